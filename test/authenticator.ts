import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from "node:crypto";

interface Options {
  readonly challenge: string;
  readonly rp?: { readonly id?: string };
  readonly rpId?: string;
}

/** A passkey device in software (WebAuthn level 2, ES256, no attestation): what a browser would give for its options. */
export function authenticator(origin: string, { verifies = true }: { readonly verifies?: boolean } = {}) {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const id = randomBytes(16);
  let counter = 0;
  const sha256 = (bytes: Buffer | string) => createHash("sha256").update(bytes).digest();
  const text = (bytes: Buffer) => bytes.toString("base64url");
  const clientData = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const flags = 0x01 | (verifies ? 0x04 : 0);
  const head = (rpId: string, more: number) => {
    counter += 1;
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([sha256(rpId), Buffer.from([flags | more]), count]);
  };
  return {
    create({ challenge, rp }: Options) {
      const data = Buffer.concat([
        head(rp?.id ?? "", 0x40),
        Buffer.alloc(16),
        Buffer.from([0, id.length]),
        id,
        coseOf(publicKey),
      ]);
      const attestationObject = Buffer.concat([
        Buffer.from([0xa3, 0x63]),
        Buffer.from("fmt"),
        Buffer.from([0x64]),
        Buffer.from("none"),
        Buffer.from([0x67]),
        Buffer.from("attStmt"),
        Buffer.from([0xa0, 0x68]),
        Buffer.from("authData"),
        Buffer.from([0x58, data.length]),
        data,
      ]);
      const response = {
        clientDataJSON: text(clientData("webauthn.create", challenge)),
        attestationObject: text(attestationObject),
        transports: ["internal"],
      };
      return { id: text(id), rawId: text(id), type: "public-key", clientExtensionResults: {}, response };
    },
    get({ challenge, rpId }: Options) {
      const data = head(rpId ?? "", 0);
      const client = clientData("webauthn.get", challenge);
      const signature = createSign("sha256")
        .update(Buffer.concat([data, sha256(client)]))
        .sign(privateKey);
      const response = {
        clientDataJSON: text(client),
        authenticatorData: text(data),
        signature: text(signature),
      };
      return { id: text(id), rawId: text(id), type: "public-key", clientExtensionResults: {}, response };
    },
  };
}

/** A P-256 public key as COSE (RFC 9053): {1: 2, 3: -7, -1: 1, -2: x, -3: y}. */
function coseOf(key: KeyObject): Buffer {
  const { x, y } = key.export({ format: "jwk" }) as { x: string; y: string };
  return Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]),
    Buffer.from(x, "base64url"),
    Buffer.from([0x22, 0x58, 0x20]),
    Buffer.from(y, "base64url"),
  ]);
}
