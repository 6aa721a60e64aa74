package org.voorwerp.server.account;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The scope that a token must have for an operation, or for all operations of a resource. Without it, what only reads
/// needs [Scope#READ] and what changes something [Scope#SUBMIT].
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Needs {

    Scope value();
}
