/// What the model does as IF-THEN rules, and what speaks against them. Read `RulesPage` and `RulesViewModel` first.
@NullMarked
package aidg.ui.rules;

import org.jspecify.annotations.NullMarked;
