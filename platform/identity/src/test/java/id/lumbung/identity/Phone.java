package id.lumbung.identity;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.identity.Browser.Tokens;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A phone with an app, whose login is bound to the phone's key. Its clock may be wrong. */
public final class Phone {

    private final Browser browser;
    private final RawKey key;
    private Duration clockError = Duration.ZERO;
    private String nonce = "";

    Phone(Browser browser) {
        this(browser, new RawKey());
    }

    private Phone(Browser browser, RawKey key) {
        this.browser = browser;
        this.key = key;
    }

    /** The same phone in the hands of somebody else, who has logged in nowhere yet. */
    public Phone sharedWith(Browser theirs) {
        return new Phone(theirs, key);
    }

    public Browser browser() {
        return browser;
    }

    public RawKey key() {
        return key;
    }

    public String nonce() {
        return nonce;
    }

    public void setClockError(Duration error) {
        clockError = error;
    }

    /** As the app makes one: with the nonce of the last answer, by the phone's own clock. */
    public RawProof proof() {
        var proof = RawProof.by(key, HostSettings.SERVER + "/oauth2/token").madeAt(clockError);
        return nonce.isEmpty() ? proof : proof.claim("nonce", nonce);
    }

    public Tokens tokens(Office.Person person) {
        var answer = exchange(browser.login(person.username(), person.password()), "", proof());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Browser.read(answer);
    }

    /**
     * @param name empty where the person gives the phone none
     */
    public HttpResponse<String> exchange(
            HttpResponse<String> loggedIn, String name, RawProof... proofs) {
        var form = new HashMap<>(browser.exchangeForm(browser.code(loggedIn), browser.verifier()));
        if (!name.isEmpty()) {
            form.put("device_name", name);
        }
        return ask(form, proofs);
    }

    public HttpResponse<String> refresh(String token) {
        return refresh(token, proof());
    }

    public HttpResponse<String> refresh(String token, RawProof... proofs) {
        return ask(browser.refreshForm(token), proofs);
    }

    private HttpResponse<String> ask(Map<String, String> form, RawProof... proofs) {
        var answer =
                browser.post(
                        "/oauth2/token",
                        form,
                        List.of(proofs).stream().map(RawProof::text).toList());
        nonce = answer.headers().firstValue("DPoP-Nonce").orElse("");
        return answer;
    }
}
