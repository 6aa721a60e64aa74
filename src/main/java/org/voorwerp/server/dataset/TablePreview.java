package org.voorwerp.server.dataset;

import java.util.List;

/// The beginning of a published table.
///
/// @param columns the header
/// @param rows the first data rows, each as many cells as the header has columns, or fewer
public record TablePreview(List<String> columns, List<List<String>> rows) {}
