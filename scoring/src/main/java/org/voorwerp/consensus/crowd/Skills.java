package org.voorwerp.consensus.crowd;

/// The skill of each volunteer, made when asked for: a crowd has more volunteers than anybody looks at.
public interface Skills {

    /// @param volunteer an index into the votes' volunteers
    Skill of(int volunteer);
}
