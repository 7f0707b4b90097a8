package aidg.planted.ring.left;

import aidg.planted.ring.right.Right;

/// Needs `Right`.
public interface Left {
    Right right();
}
