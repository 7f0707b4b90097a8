package aidg.engine.encoder;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The profiles of all merchants of a marketplace on its day. [PER-12]
public final class MerchantProfiles {

    private final List<String> merchantIds;
    private final float[] vectors;
    private final int width;
    private final Map<String, Integer> places = new HashMap<>();

    /// @param merchantIds in the marketplace's order
    /// @param vectors     (merchants, width), row by row; becomes the profiles' own
    public MerchantProfiles(List<String> merchantIds, float[] vectors) {
        this.merchantIds = List.copyOf(merchantIds);
        this.vectors = vectors;
        width = merchantIds.isEmpty() ? 0 : vectors.length / merchantIds.size();
        if (vectors.length != width * merchantIds.size()) {
            throw new IllegalArgumentException(
                    "%d numbers are no rows for %d merchants".formatted(vectors.length, merchantIds.size()));
        }
        for (String id : merchantIds) {
            places.put(id, places.size());
        }
    }

    /// In the marketplace's order.
    public List<String> merchantIds() {
        return merchantIds;
    }

    /// Numbers of a profile.
    public int width() {
        return width;
    }

    /// A merchant's profile, (width).
    ///
    /// @throws IllegalArgumentException if the merchant is unknown
    public float[] of(String merchantId) {
        Integer place = places.get(merchantId);
        if (place == null) {
            throw new IllegalArgumentException("no merchant has the id '%s'".formatted(merchantId));
        }
        return Arrays.copyOfRange(vectors, place * width, (place + 1) * width);
    }
}
