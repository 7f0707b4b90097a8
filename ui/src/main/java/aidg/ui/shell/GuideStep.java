package aidg.ui.shell;

import aidg.ui.page.Destination;

/// One stop of the first look round.
///
/// @param title  what is pointed at: `Start at the top of the queue`
/// @param words  what it is for and how to use it
/// @param there  the view it is in
/// @param target the id of the node that is pointed at
record GuideStep(String title, String words, Destination there, String target) {}
