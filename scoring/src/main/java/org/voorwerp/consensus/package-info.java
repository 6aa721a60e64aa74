/// From volunteers' classifications to consensus: exports are extracted, extracts reduced.
///
/// A [TruthSource] is where the truth of a challenge comes from. [Classifications] reads an export by a [Recipe]:
/// [PanoptesExport] makes rows into [Extract]s, as [LabelFile] does with plain files, [VotesBuilder] gathers them into
/// [Votes], a [VoteReducer] makes [Consensus] of these. [OpenClassifications] does the same with texts and numbers,
/// which
/// are no votes. [VoteTable] and [Solution] read what others reduced. Each gives a
/// [Crowd], from which one vote a subject can be held back.
@NullMarked
package org.voorwerp.consensus;

import org.jspecify.annotations.NullMarked;
