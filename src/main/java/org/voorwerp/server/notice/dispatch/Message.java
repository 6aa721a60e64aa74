package org.voorwerp.server.notice.dispatch;

import java.util.Map;

/// What is to be told, for people and for programs.
///
/// @param subject one line
/// @param text plain text, its lines broken where sentences are
/// @param path of the page to read on
/// @param data the same for programs
record Message(String subject, String text, String path, Map<String, Object> data) {}
