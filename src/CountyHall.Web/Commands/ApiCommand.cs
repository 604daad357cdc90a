using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Secrets;

namespace CountyHall.Web.Commands;

/// <summary><c>countyhall api key</c> and <c>countyhall api sign</c>: a pair of keys, and the headers of a signed request, for anyone with curl.</summary>
internal static class ApiCommand
{
    public static Command Make() =>
        new("api", "The interface for other systems: keys and signed requests. Asks no hall and needs no records.") { Key(), Sign() };

    private static Command Key()
    {
        var file = new Argument<string>("file") { Description = "Where the secret key goes; it must not exist yet." };
        var key = new Command("key", "Makes a pair of SM2 keys: the secret half into FILE, the public half to standard output.") { file };
        key.SetAction((asked, ct) => MakeKey(asked.GetValue(file)!, ct));
        return key;
    }

    private static async Task<int> MakeKey(string file, CancellationToken ct)
    {
        var (secret, open) = Sm2Keys.Make();
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            await using var writer = new StreamWriter(file, System.Text.Encoding.ASCII, options);
            await writer.WriteAsync(secret.AsMemory(), ct);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return Cannot(wrong.Message);
        }
        Console.Write(open);
        return 0;
    }

    private static Command Sign()
    {
        var method = new Argument<string>("method") { Description = "GET or POST." };
        var url = new Argument<string>("url") { Description = "The whole address, as it will be sent." };
        var key = new Option<string>("--key") { Description = "File of the secret key (PEM).", Required = true };
        var system = new Option<string>("--system") { Description = "The key under which the system is registered.", Required = true };
        var body = new Option<string?>("--body") { Description = "File that will be sent as the body." };
        var idempotency = new Option<string?>("--idempotency-key")
        {
            Description = "The Idempotency-Key that goes with it; printed and signed.",
        };
        var sign = new Command(
            "sign",
            "Prints the headers to send with a request, a line each: curl takes them with -H @-. They hold for five minutes, once."
        )
        {
            method,
            url,
            key,
            system,
            body,
            idempotency,
        };
        sign.SetAction(
            (asked, ct) =>
                Print(
                    asked.GetValue(method)!,
                    asked.GetValue(url)!,
                    asked.GetValue(key)!,
                    asked.GetValue(system)!,
                    asked.GetValue(body),
                    asked.GetValue(idempotency),
                    ct
                )
        );
        return sign;
    }

    private static async Task<int> Print(
        string method,
        string url,
        string keyFile,
        string system,
        string? bodyFile,
        string? idempotency,
        CancellationToken ct
    )
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            return Cannot($"{url} 不是完整的网址。 {url} is not a whole address.");
        try
        {
            byte[]? digest = null;
            if (bodyFile is not null)
            {
                await using var body = File.OpenRead(bodyFile);
                digest = await Sm2Keys.Digest(body, ct);
            }
            var headers = SignedRequest.Sign(
                new(
                    method.ToUpperInvariant(),
                    address.IsDefaultPort ? address.Host : string.Create(CultureInfo.InvariantCulture, $"{address.Host}:{address.Port}"),
                    address.AbsolutePath,
                    address.Query is { Length: > 0 } query ? query : "?",
                    name => name == "idempotency-key" ? idempotency : null
                ),
                digest,
                system,
                Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
                TimeProvider.System.Now(),
                await File.ReadAllTextAsync(keyFile, ct)
            );
            if (idempotency is not null)
                Console.WriteLine($"{SignedRequest.IdempotencyHeader}: {idempotency}");
            foreach (var (name, value) in headers)
                Console.WriteLine($"{name}: {value}");
            return 0;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or VaultException)
        {
            return Cannot(wrong.Message);
        }
    }

    private static int Cannot(string why)
    {
        Console.Error.WriteLine(why);
        return 2;
    }
}
