using System.Data.Common;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Outbox;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Kernel.Secrets;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Hall.Systems;

/// <summary>Who signed a request: asked of the register of systems at every request, so that a stopped system is out at once.</summary>
public sealed class SystemSignatures(IDbContextFactory<HallDb> contexts, HallWriter writer, TimeProvider time) : IJob<ForgetNonces>
{
    /// <summary>County setting: how far the time of signing may lie from ours, to either side.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    /// <summary>Checks signature, time and standing; the body comes after, and the nonce last (<see cref="Spend"/>).</summary>
    public async Task<Result<ConnectedSystem>> Check(SignedRequest signed, RequestParts request, CancellationToken ct = default)
    {
        var now = time.Now();
        if (signed.Created < now - Window || signed.Created > now + Window)
            return new SignatureTooOld(now);
        if (SignedRequest.Always.FirstOrDefault(part => !signed.Covered.Contains(part)) is { } missing)
            return new SignatureCoversTooLittle(missing);
        foreach (var header in (string[])[SignedRequest.DigestHeader, SignedRequest.IdempotencyHeader])
        {
            var name = header.ToLowerInvariant();
            if (request.Header(name) is not null && !signed.Covered.Contains(name))
                return new SignatureCoversTooLittle(name);
        }
        await using var db = await contexts.CreateDbContextAsync(ct);
        var system = await db.Set<ConnectedSystem>().AsNoTracking().FirstOrDefaultAsync(s => s.Key == signed.KeyId, ct);
        // The same words whether the key or the signature is wrong: nobody learns here which systems there are.
        if (system is null || signed.Base(request) is not { } text || !Sm2Keys.Holds(system.Terms.PublicKey, text, signed.Signature))
            return new SignatureNotRight();
        if (system.State == SystemState.Stopped)
            return new SystemIsStopped();
        if (system.Terms.ValidUntil < CountyTime.DayOf(now))
            return new SystemHasExpired(system.Terms.ValidUntil);
        return system;
    }

    /// <summary>Remembers the nonce, durably and for all nodes; refuses one that was used before.</summary>
    public async Task<Refusal?> Spend(ConnectedSystem system, string nonce, CancellationToken ct = default)
    {
        var on = new Occasion(Actor.House, null, time.Now(), Channel.Api, "接口");
        try
        {
            var spent = await writer.Write<NonceSpent>(
                on,
                async db =>
                {
                    if (await db.Set<HeardNonce>().AnyAsync(n => n.System == system.Id && n.Nonce == nonce))
                        return new NonceUsedAlready();
                    // One job an hour at most, and none while nobody calls.
                    var hour = on.At.Date.AddHours(on.At.Hour);
                    if (!await db.Set<HeardNonce>().AnyAsync(n => n.At >= hour))
                        db.Post(on, new ForgetNonces(), hour.AddHours(1) + 2 * Window);
                    db.Append(
                        new HeardNonce
                        {
                            Id = Ids.Next(on.At),
                            System = system.Id,
                            Nonce = nonce,
                            At = on.At,
                        }
                    );
                    return new NonceSpent();
                },
                ct
            );
            return spent is Result<NonceSpent>.Refused(var why) ? why : null;
        }
        // Another node was a moment faster with the same nonce.
        catch (Exception twice) when (twice is DbUpdateException or DbException)
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            if (await db.Set<HeardNonce>().AnyAsync(n => n.System == system.Id && n.Nonce == nonce, ct))
                return new NonceUsedAlready();
            throw;
        }
    }

    /// <summary>Forgets the nonces whose signatures are too old to be heard anyway.</summary>
    public Task Do(ForgetNonces body, CancellationToken ct)
    {
        var before = time.Now() - 2 * Window;
        return writer.Write(db => db.Set<HeardNonce>().Where(n => n.At < before).ExecuteDeleteAsync(ct), ct);
    }

    private sealed record NonceSpent;
}

/// <summary>Clears the nonces of the hour that has passed.</summary>
public sealed record ForgetNonces;

public sealed record SignatureTooOld(DateTime Now)
    : Refusal(
        ("签名时间与服务器相差超过五分钟。", "The time of signing is more than five minutes from the server's."),
        (
            $"请校准时钟（服务器时间 {Now:yyyy-MM-ddTHH:mm:ssZ}），用现在的时间重新签名。",
            $"Set your clock (the server's says {Now:yyyy-MM-ddTHH:mm:ssZ}) and sign again with the time of now."
        )
    );

public sealed record SignatureCoversTooLittle(string Missing)
    : Refusal(
        ($"签名没有覆盖 {Missing}。", $"The signature does not cover {Missing}."),
        (
            "签名须覆盖 @method、@authority、@path、@query；有正文时还有 content-digest，有编号时还有 idempotency-key。",
            "It has to cover @method, @authority, @path and @query; with a body content-digest too, with a key idempotency-key too."
        )
    );

public sealed record SignatureNotRight()
    : Refusal(
        (
            "签名不符：系统标识不对，或签名与请求不一致。",
            "The signature does not fit: the key id is wrong, or what was signed is not this request."
        ),
        (
            "请核对 keyid、密钥、方法、主机、路径、查询串和正文摘要；用 countyhall api sign 可逐项比较。",
            "Compare key id, key, method, host, path, query and digest of the body; countyhall api sign shows each."
        )
    );

public sealed record SystemIsStopped()
    : Refusal(
        ("这个系统的接入已停用。", "This system has been stopped."),
        ("请联系登记的联系单位，由两位管理员重新接入。", "Turn to your contact office; two administrators can connect it again.")
    );

public sealed record SystemHasExpired(DateOnly On)
    : Refusal(
        ($"这个系统的接入已于 {On:yyyy-MM-dd} 到期。", $"The term of this system ended on {On:yyyy-MM-dd}."),
        ("请换新密钥，由联系单位办理续期。", "Make a new key and have your contact office renew it.")
    );

public sealed record NonceUsedAlready()
    : Refusal(
        ("这个随机串（nonce）已经用过，请求没有执行。", "This nonce was used before; the request was not carried out."),
        (
            "每次请求（重试也是）用新的 nonce 重新签名；要不重复办理，重试时保持同一个 Idempotency-Key。",
            "Sign each request, retries too, with a fresh nonce; so that nothing is done twice keep the Idempotency-Key in a retry."
        )
    );
