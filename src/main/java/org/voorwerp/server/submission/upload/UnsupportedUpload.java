package org.voorwerp.server.submission.upload;

import org.voorwerp.server.http.Refusal;

/// The body comes in a form that is not read here.
public final class UnsupportedUpload extends Refusal {

    private static final long serialVersionUID = 1L;

    UnsupportedUpload(String detail) {
        super(415, "unsupported-media-type", "Unsupported media type", detail);
    }
}
