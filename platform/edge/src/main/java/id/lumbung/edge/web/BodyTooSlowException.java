package id.lumbung.edge.web;

import java.io.IOException;

/** A body came more slowly than is waited for. */
public final class BodyTooSlowException extends IOException {
    private static final long serialVersionUID = 1L;
}
