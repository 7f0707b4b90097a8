/// History, overrides, text, place and graph of a merchant as the inputs of its 512-d profile and memory
/// tokens. Read `EncoderDimensions` and `MerchantEvents` first.
@NullMarked
package aidg.engine.encoder;

import org.jspecify.annotations.NullMarked;
