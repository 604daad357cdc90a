using System.Threading.RateLimiting;
using CountyHall.Approvals.Cases;
using CountyHall.Kernel.Results;

namespace CountyHall.Web.Pages.Track;

/// <summary>How often one case may be asked for: four places could be tried out, so ten tries in ten minutes are enough for anybody.</summary>
public sealed class TrackLimits : IDisposable
{
    private readonly PartitionedRateLimiter<CaseNumber> cases = PartitionedRateLimiter.Create<CaseNumber, CaseNumber>(number =>
        RateLimitPartition.GetFixedWindowLimiter(
            number,
            _ => new FixedWindowRateLimiterOptions { PermitLimit = 10, Window = TimeSpan.FromMinutes(10) }
        )
    );

    public bool Allow(CaseNumber number)
    {
        using var lease = cases.AttemptAcquire(number);
        return lease.IsAcquired;
    }

    public void Dispose() => cases.Dispose();
}

/// <summary>The same answer for an unknown number and for wrong digits, so that neither can be found out.</summary>
public sealed record NumberOrDigitsWrong()
    : Refusal(
        (
            "编号和证件号码后四位对不上，或没有这个办件。",
            "The number and the last four places do not belong together, or there is no such case."
        ),
        ("请对照回执核对两项；也可以登录“我的办件”查看。", "Check both against the receipt, or sign in to “My cases”.")
    );

public sealed record TriedTooOften()
    : Refusal(
        ("这个编号短时间内查得太多次了。", "This number was asked for too often."),
        ("请十分钟后再试，或登录“我的办件”查看。", "Try again in ten minutes, or sign in to “My cases”.")
    );
