package org.voorwerp.server.challenge.build.source;

/// Is told how far a build has come.
public interface Progress {

    /// @param step what begins now
    /// @param share how much is done, from 0 to 1
    void at(String step, double share);
}
