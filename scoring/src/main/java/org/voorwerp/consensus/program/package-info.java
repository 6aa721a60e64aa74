/// `voorwerp consensus`: a file of classifications becomes a table of consensus, with a report and its provenance
/// beside it. [ConsensusCommand] holds what can be asked for, [ConsensusProgram] runs it.
@NullMarked
package org.voorwerp.consensus.program;

import org.jspecify.annotations.NullMarked;
