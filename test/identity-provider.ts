import { createHash, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT } from "jose";

/** Whom the provider says somebody is, and in which way it may go wrong. */
export interface Vouched {
  readonly sub: string;
  readonly email: string;
  readonly email_verified: boolean;
  readonly wrong?: "nonce" | "key" | "audience" | "issuer" | "expired";
}

interface Begun {
  readonly redirect: string;
  readonly challenge: string;
  readonly nonce: string | null;
}

/** A small OpenID Connect provider (authorization code, PKCE S256, RS256) on this machine: it asks nobody for a password. */
export async function identityProvider(host: "127.0.0.1" | "localhost" = "127.0.0.1") {
  const client = { id: "trama", secret: randomUUID() };
  const { publicKey, privateKey } = await generateKeyPair("RS256");
  const other = await generateKeyPair("RS256");
  const begun = new Map<string, Begun>();
  const asked: string[] = [];
  let vouched: Vouched | null = null;
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", issuer);
    asked.push(url.pathname);
    const json = (status: number, body: unknown) => {
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify(body));
    };
    switch (url.pathname) {
      case "/.well-known/openid-configuration":
        return json(200, {
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/jwks`,
          response_types_supported: ["code"],
          subject_types_supported: ["public"],
          id_token_signing_alg_values_supported: ["RS256"],
        });
      case "/jwks":
        return json(200, { keys: [{ ...(await exportJWK(publicKey)), kid: "one", alg: "RS256", use: "sig" }] });
      case "/authorize": {
        const code = randomUUID();
        const given = (name: string) => url.searchParams.get(name) ?? "";
        if (given("client_id") !== client.id || given("code_challenge_method") !== "S256") return json(400, {});
        const redirect = given("redirect_uri");
        begun.set(code, { redirect, challenge: given("code_challenge"), nonce: url.searchParams.get("nonce") });
        response.writeHead(302, { location: `${redirect}?${new URLSearchParams({ code, state: given("state") })}` });
        return response.end();
      }
      case "/token": {
        let text = "";
        for await (const piece of request) text += piece;
        const form = new URLSearchParams(text);
        const code = form.get("code") ?? "";
        const found = begun.get(code);
        begun.delete(code);
        const basic = `Basic ${Buffer.from(`${client.id}:${client.secret}`).toString("base64")}`;
        const known =
          request.headers.authorization === basic ||
          (form.get("client_id") === client.id && form.get("client_secret") === client.secret);
        const proof = createHash("sha256")
          .update(form.get("code_verifier") ?? "")
          .digest("base64url");
        if (!known || !vouched || found?.challenge !== proof || found.redirect !== form.get("redirect_uri"))
          return json(400, { error: "invalid_grant" });
        const { sub, email, email_verified, wrong } = vouched;
        const nonce = wrong === "nonce" ? "another" : found.nonce;
        const token = await new SignJWT({ email, email_verified, name: "Somebody", ...(nonce ? { nonce } : {}) })
          .setProtectedHeader({ alg: "RS256", kid: "one" })
          .setIssuer(wrong === "issuer" ? "https://elsewhere.example" : issuer)
          .setAudience(wrong === "audience" ? "another-client" : client.id)
          .setSubject(sub)
          .setIssuedAt()
          .setExpirationTime(wrong === "expired" ? "-1h" : "5m")
          .sign(wrong === "key" ? other.privateKey : privateKey);
        return json(200, {
          access_token: `secret-${randomUUID()}`,
          token_type: "Bearer",
          expires_in: 60,
          id_token: token,
        });
      }
      default:
        return json(404, {});
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://${host}:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    client,
    /** Paths that were asked for. */
    asked,
    vouch(person: Vouched | null) {
      vouched = person;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
