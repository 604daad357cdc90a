using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using CountyHall.Kernel.Codes;
using CountyHall.Kernel.Files;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Bids;

namespace CountyHall.Web.Commands;

/// <summary><c>countyhall bid keys|seal|check|open</c>: the bidder's side without a browser. Asks no hall and touches no records.</summary>
internal static class BidCommand
{
    private static readonly Option<string?> PassphraseFile = new("--passphrase-file")
    {
        Description = "File with the passphrase in its first line; otherwise COUNTYHALL_PASSPHRASE, or it is asked for.",
    };

    public static Command Make() =>
        new(
            "bid",
            "Seals and opens bids on this computer, as docs/trading/bid-envelope.md describes. Exit code 0: done; 1: refused; 2: cannot be read."
        )
        {
            Keys(),
            Seal(),
            Check(),
            Open(),
        };

    private static Command Keys()
    {
        var holder = new Option<string>("--holder") { Description = "Whose keys they are, in your own words.", Required = true };
        var into = new Option<string>("--out") { Description = "The key file to write, such as me.key.json.", Required = true };
        var keys = new Command(
            "keys",
            "Makes keys: the key file stays with you, the public keys on the output are registered at /bidding/keys."
        )
        {
            holder,
            into,
            PassphraseFile,
        };
        keys.SetAction(
            (asked, ct) =>
                Answer(async () =>
                {
                    if (await Passphrase(asked, ct) is not { Length: >= 12 } passphrase)
                        return Refuse("口令至少 12 个字符。 The passphrase needs 12 characters at least.");
                    using var made = BidKeys.Generate();
                    await using (var file = New(asked.GetValue(into)!))
                        await file.WriteAsync(Encoding.UTF8.GetBytes(KeyFile.Protect(made, asked.GetValue(holder)!, passphrase)), ct);
                    Console.WriteLine(JsonSerializer.Serialize(PublicKeys.Of(made), Recording.Json));
                    return 0;
                })
        );
        return keys;
    }

    private static Command Seal()
    {
        var terms = new Option<string>("--terms")
        {
            Description = "The sealing terms of the lot, saved from /api/bidding/lots/NUMBER/sealing.",
            Required = true,
        };
        var key = new Option<string>("--key") { Description = "Your key file.", Required = true };
        var bidder = new Option<string>("--bidder") { Description = "Unified social credit code of the bidder.", Required = true };
        var price = new Option<decimal>("--price") { Description = "Price in yuan, such as 1234567.89.", Required = true };
        var duration = new Option<int>("--duration") { Description = "Calendar days.", Required = true };
        var quality = new Option<string>("--quality") { Description = "Quality.", DefaultValueFactory = _ => "合格" };
        var leader = new Option<string>("--leader") { Description = "Project leader.", Required = true };
        var others = new Option<string>("--others") { Description = "What else is read out.", DefaultValueFactory = _ => "" };
        var files = BidFile.Parts.ToDictionary(
            part => part,
            part => new Option<string[]>($"--{part}-file")
            {
                Description = $"A file of the {part} part; may be given several times.",
                DefaultValueFactory = _ => [],
            }
        );
        var second = new Option<string[]>("--second")
        {
            Description = "Key file of a second person who may open it too; only its public part is read.",
            DefaultValueFactory = _ => [],
        };
        var into = new Option<string>("--out") { Description = "The envelope to write, such as lot.bid.", Required = true };
        var seal = new Command("seal", "Seals files for one lot, then opens the envelope on trial.")
        {
            terms,
            key,
            bidder,
            price,
            duration,
            quality,
            leader,
            others,
            second,
            into,
            PassphraseFile,
        };
        foreach (var file in files.Values)
            seal.Add(file);
        seal.SetAction(
            (asked, ct) =>
                Answer(async () =>
                {
                    var known = JsonSerializer.Deserialize<SealingTerms>(
                        await File.ReadAllTextAsync(asked.GetValue(terms)!, ct),
                        Recording.Json
                    );
                    if (known is not { Lot.Length: > 0, Custodians.Count: > 0 })
                        return Refuse($"{asked.GetValue(terms)} 不是加密参数。 These are no sealing terms.");
                    var fen = asked.GetValue(price) * 100;
                    if (fen <= 0 || fen != decimal.Truncate(fen))
                        return Refuse("报价须为正数，最多两位小数。 The price is positive, with two decimals at most.");
                    if (Uscc.Parse(asked.GetValue(bidder)!) is not Result<Uscc>.Done(var code))
                        return Refuse("统一社会信用代码不对。 The credit code is not right.");
                    if (asked.GetValue(duration) < 1)
                        return Refuse("工期至少一天。 The duration is one day at least.");
                    var sources = files
                        .SelectMany(part =>
                            asked
                                .GetValue(part.Value)!
                                .Select(path => new EnvelopeSealer.Source(Path.GetFileName(path), part.Key, () => File.OpenRead(path)))
                        )
                        .ToList();
                    if (sources.Count == 0)
                        return Refuse("至少要有一个文件。 At least one file is needed.");
                    var recipients = new List<string>();
                    foreach (var path in asked.GetValue(second)!)
                    {
                        if (KeyFile.Read(await File.ReadAllTextAsync(path, ct)) is not Result<KeyFile>.Done(var other))
                            return Refuse($"{path} 不是密钥文件。 This is no key file.");
                        recipients.Add(other.EncryptionKey);
                    }
                    var opened = KeyFile.Open(await File.ReadAllTextAsync(asked.GetValue(key)!, ct), await Passphrase(asked, ct));
                    if (opened is not Result<BidKeys>.Done(var keys))
                        return Refuse(((Result<BidKeys>.Refused)opened).Why);
                    using (keys)
                    {
                        var sheet = new OpeningSheet(
                            (long)fen,
                            ChineseAmount.Of((long)fen),
                            asked.GetValue(duration),
                            asked.GetValue(quality)!,
                            asked.GetValue(leader)!,
                            asked.GetValue(others)!
                        );
                        await using (var file = New(asked.GetValue(into)!))
                            await EnvelopeSealer.Seal(
                                known,
                                code.ToString(),
                                sheet,
                                sources,
                                keys,
                                [keys.EncryptionPublic, .. recipients],
                                file,
                                ct: ct
                            );
                        return await Try(asked.GetValue(into)!, keys, null, ct);
                    }
                })
        );
        return seal;
    }

    private static Command Check()
    {
        var envelope = new Argument<string>("envelope") { Description = "The envelope." };
        var check = new Command("check", "Checks shape, length and signature of an envelope, without any key.") { envelope };
        check.SetAction(
            (asked, ct) =>
                Answer(async () =>
                {
                    await using var file = File.OpenRead(asked.GetValue(envelope)!);
                    switch (await Envelope.Check(file, ct: ct))
                    {
                        case Result<EnvelopeHeader>.Done(var header):
                            Console.WriteLine($"完好 whole: {header.Lot}, {header.ContentSize} bytes, signed by {header.SignerThumbprint}");
                            Console.WriteLine(
                                $"保管人 custodians: {header.Custodians.Panel}, {header.Custodians.Threshold} of {header.Custodians.Shares.Count}"
                            );
                            return 0;
                        case Result<EnvelopeHeader>.Refused(var why):
                            return Refuse(why);
                        default:
                            throw new System.Diagnostics.UnreachableException();
                    }
                })
        );
        return check;
    }

    private static Command Open()
    {
        var envelope = new Argument<string>("envelope") { Description = "The envelope." };
        var key = new Option<string>("--key") { Description = "Your key file.", Required = true };
        var into = new Option<string?>("--into") { Description = "Folder for the files; without it the opening is only tried." };
        var open = new Command("open", "Opens an envelope with your own keys.") { envelope, key, into, PassphraseFile };
        open.SetAction(
            (asked, ct) =>
                Answer(async () =>
                {
                    var opened = KeyFile.Open(await File.ReadAllTextAsync(asked.GetValue(key)!, ct), await Passphrase(asked, ct));
                    if (opened is not Result<BidKeys>.Done(var keys))
                        return Refuse(((Result<BidKeys>.Refused)opened).Why);
                    using (keys)
                        return await Try(asked.GetValue(envelope)!, keys, asked.GetValue(into), ct);
                })
        );
        return open;
    }

    private static async Task<int> Try(string envelope, BidKeys keys, string? folder, CancellationToken ct)
    {
        await using var file = File.OpenRead(envelope);
        var read = await Envelope.ReadHeader(file, ct);
        if (read is not Result<EnvelopeHeader>.Done(var header))
            return Refuse(((Result<EnvelopeHeader>.Refused)read).Why);
        if (Envelope.UnwrapContentKey(header, keys.Encryption) is not { } contentKey)
            return Refuse(new WrongContentKey());
        file.Position = 0;
        await using var package = folder is null ? null : Scratch(folder);
        var outcome = await Envelope.Open(file, contentKey, package, ct);
        if (outcome is not Result<OpenedPackage>.Done(var opened))
            return Refuse(((Result<OpenedPackage>.Refused)outcome).Why);
        var sheet = opened.Manifest.Sheet;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"打开 opened: {opened.Manifest.Lot}, {opened.Manifest.Bidder}, {sheet.Price / 100m:0.00} yuan ({sheet.PriceInCapitals}), {sheet.Duration} days, {sheet.ProjectLeader}"
            )
        );
        foreach (var (place, listed) in opened.Manifest.Files.Index())
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{listed.Part} {listed.Name} {listed.Size} {listed.Sha256}"));
            if (package is null)
                continue;
            package.Position = opened.FilesAt + opened.Manifest.Files.Take(place).Sum(f => f.Size);
            // The name comes from the envelope: never a path, and numbered so that none meets another.
            await using var target = New(Path.Combine(folder!, $"{place + 1}-{FileName.ForDisplay(listed.Name)}"));
            await Copy(package, target, listed.Size, ct);
        }
        return 0;
    }

    private static async Task Copy(Stream from, Stream to, long size, CancellationToken ct)
    {
        var buffer = new byte[81_920];
        for (var left = size; left > 0; )
        {
            var part = buffer.AsMemory(0, (int)Math.Min(left, buffer.Length));
            await from.ReadExactlyAsync(part, ct);
            await to.WriteAsync(part, ct);
            left -= part.Length;
        }
    }

    private static FileStream Scratch(string folder)
    {
        Directory.CreateDirectory(folder);
        return new(
            Path.Combine(folder, $".{Guid.NewGuid():N}"),
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
            }
        );
    }

    /// <summary>A file for its owner alone; never over another.</summary>
    private static FileStream New(string path)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Options = FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }

    private static async Task<string> Passphrase(ParseResult asked, CancellationToken ct)
    {
        if (asked.GetValue(PassphraseFile) is { } file)
            return (await File.ReadAllLinesAsync(file, ct)).FirstOrDefault("");
        if (Environment.GetEnvironmentVariable("COUNTYHALL_PASSPHRASE") is { Length: > 0 } given)
            return given;
        Console.Error.Write("口令 passphrase: ");
        if (Console.IsInputRedirected)
            return await Console.In.ReadLineAsync(ct) ?? "";
        var typed = new StringBuilder();
        for (ConsoleKeyInfo key; (key = Console.ReadKey(intercept: true)).Key != ConsoleKey.Enter; )
        {
            if (key.Key != ConsoleKey.Backspace)
                typed.Append(key.KeyChar);
            else if (typed.Length > 0)
                typed.Length--;
        }
        Console.Error.WriteLine();
        return typed.ToString();
    }

    private static async Task<int> Answer(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException or JsonException)
        {
            Console.Error.WriteLine(missing.Message);
            return 2;
        }
    }

    private static int Refuse(Refusal why) => Refuse($"{why.Reason.Zh} {why.Reason.En}");

    private static int Refuse(string why)
    {
        Console.Error.WriteLine(why);
        return 1;
    }
}
