/// What a model does, told as IF-THEN rules: a small tree fitted to its outputs, and how faithful that is. Read
/// `RuleSet` first.
@NullMarked
package aidg.engine.rules;

import org.jspecify.annotations.NullMarked;
