package aidg.planted.ring.right;

import aidg.planted.ring.left.Left;

/// Needs `Left`.
public interface Right {
    Left left();
}
