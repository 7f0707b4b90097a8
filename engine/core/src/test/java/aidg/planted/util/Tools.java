package aidg.planted.util;

/// Lives in a drawer.
record Tools() {}
