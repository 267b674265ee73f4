"""The headers that every answer of the desk carries: nothing runs, frames, guesses, remembers or tells where from."""

from flask import Flask, Response, request

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "X-Robots-Tag": "noindex, nofollow",
}


def add_headers(app: Flask) -> None:
    """Put the headers on every answer, those of faults among them."""

    def finish(answer: Response) -> Response:
        for name, value in HEADERS.items():
            # A download has a stricter policy of its own.
            if name != "Content-Security-Policy" or not answer.headers.get(name, "").startswith("sandbox"):
                answer.headers[name] = value
        kept = request.endpoint == "static" and answer.status_code in {200, 304}
        answer.headers["Cache-Control"] = "public, max-age=86400" if kept else "no-store"
        if app.config["SESSION_COOKIE_SECURE"]:
            answer.headers["Strict-Transport-Security"] = "max-age=31536000"
        return answer

    app.after_request(finish)
