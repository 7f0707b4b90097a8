/// Which merchants are alike by their profiles: exact cosine search, prototypes of a category, a map. Read
/// `PrototypicalMemory` first.
@NullMarked
package aidg.engine.similar;

import org.jspecify.annotations.NullMarked;
