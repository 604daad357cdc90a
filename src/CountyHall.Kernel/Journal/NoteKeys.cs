using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace CountyHall.Kernel.Journal;

/// <summary>The public half of a signing key, under the name of who signs: what an outsider needs to check a note.</summary>
/// <remarks>C2SP signed-note: <c>name+key id+base64(0x01 ‖ key)</c>; 0x01 stands for Ed25519 (RFC 8032).</remarks>
public sealed class VerifierKey
{
    private const byte Ed25519Kind = 0x01;
    private readonly byte[] publicKey;

    public VerifierKey(string name, byte[] publicKey)
    {
        if (!IsName(name))
            throw new ArgumentException("A signer's name is not empty and holds neither white space nor '+'.", nameof(name));
        if (publicKey.Length != Ed25519.PublicKeySize)
            throw new ArgumentException("An Ed25519 public key has 32 bytes.", nameof(publicKey));
        Name = name;
        this.publicKey = publicKey;
        KeyId = BinaryPrimitives.ReadUInt32BigEndian(
            SHA256.HashData([.. Encoding.UTF8.GetBytes(name), (byte)'\n', Ed25519Kind, .. publicKey])
        );
    }

    public string Name { get; }

    /// <summary>The first four bytes of SHA-256(name ‖ newline ‖ 0x01 ‖ key): a hint which key to try, not a proof.</summary>
    public uint KeyId { get; }

    /// <summary>Whether the signature over exactly this text was made by the key.</summary>
    public bool Accepts(string text, byte[] signature)
    {
        var message = Encoding.UTF8.GetBytes(text);
        return signature.Length == Ed25519.SignatureSize && Ed25519.Verify(signature, 0, publicKey, 0, message, 0, message.Length);
    }

    /// <summary>The line to publish.</summary>
    public override string ToString() => $"{Name}+{KeyId:x8}+{Convert.ToBase64String([Ed25519Kind, .. publicKey])}";

    public static bool TryParse(string line, [NotNullWhen(true)] out VerifierKey? key)
    {
        key = null;
        var parts = line.Split('+', 3); // the base64 part may hold '+' itself
        if (parts.Length != 3 || !IsName(parts[0]) || !Strict.TryBase64(parts[2], out var bytes))
            return false;
        if (bytes.Length != 1 + Ed25519.PublicKeySize || bytes[0] != Ed25519Kind)
            return false;
        key = new VerifierKey(parts[0], bytes[1..]);
        if (key.ToString() != line) // the id says another key, or the line is written in another way
            key = null;
        return key is not null;
    }

    internal static bool IsName(string name) => name.Length > 0 && !name.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c == '+');
}

/// <summary>The secret half: signs notes under a name.</summary>
/// <remarks>Ed25519, RFC 8032: the same text gives the same signature.</remarks>
public sealed class NoteSigner
{
    private readonly byte[] seed;

    /// <param name="name">Who signs; for a log its origin line, such as <c>hall.example.gov.cn/log</c>.</param>
    /// <param name="seed">32 secret bytes, from which both halves of the key follow.</param>
    public NoteSigner(string name, byte[] seed)
    {
        if (seed.Length != Ed25519.SecretKeySize)
            throw new ArgumentException("An Ed25519 seed has 32 bytes.", nameof(seed));
        this.seed = seed;
        var publicKey = new byte[Ed25519.PublicKeySize];
        Ed25519.GeneratePublicKey(seed, 0, publicKey, 0);
        Verifier = new VerifierKey(name, publicKey);
    }

    public VerifierKey Verifier { get; }

    /// <summary>A new key out of fresh randomness, for witnesses and tests; the hall's own key follows from its vault.</summary>
    public static NoteSigner Generate(string name) => new(name, RandomNumberGenerator.GetBytes(Ed25519.SecretKeySize));

    internal byte[] Sign(string text)
    {
        var message = Encoding.UTF8.GetBytes(text);
        var signature = new byte[Ed25519.SignatureSize];
        Ed25519.Sign(seed, 0, message, 0, message.Length, signature, 0);
        return signature;
    }
}
