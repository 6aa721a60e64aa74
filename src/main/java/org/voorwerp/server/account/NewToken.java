package org.voorwerp.server.account;

/// A token just made.
///
/// @param handle whose it is
/// @param role what that person may do
/// @param token what can be seen of it later
/// @param secret what is sent as `Authorization: Bearer`; shown this once
public record NewToken(String handle, String role, TokenView token, String secret) {}
