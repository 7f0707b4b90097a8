/// What would change it: an offer on other terms, over lines and surfaces of them, and the smallest edit that makes it
/// acceptable. Knows no model: it asks `Offers` what terms would bring. Read `SmallestEdit` first.
@NullMarked
package aidg.engine.whatif;

import org.jspecify.annotations.NullMarked;
