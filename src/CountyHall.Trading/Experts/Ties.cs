using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Codes;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;

namespace CountyHall.Trading.Experts;

/// <summary>A tie between an expert and a firm came onto the record.</summary>
public sealed record TieEntered(string Expert, TieKind Kind, string FirmCode, bool IsDeclared);

internal static class TieWork
{
    public static Result<TieEntered> Enter(
        HallDb db,
        Expert expert,
        TieKind kind,
        string code,
        string name,
        DateOnly from,
        DateOnly? to,
        bool isDeclared,
        Occasion on
    )
    {
        if (Uscc.Parse(code) is Result<Uscc>.Refused(var wrong))
            return wrong;
        if (TenderWork.Texts((name, 200, ("单位名称", "Name of the firm"))) is { } missing)
            return missing;
        if (from > CountyTime.DayOf(on.At) || to < from)
            return new ExpertDataWrong(("起止日期", "First and last day"));
        var tie = new ExpertTie
        {
            Id = Ids.Next(on.At),
            ExpertId = expert.Id,
            Kind = kind,
            FirmCode = code.Trim(),
            FirmName = name.Trim(),
            From = from,
            To = to,
            IsDeclared = isDeclared,
        };
        db.ExpertTies.Add(tie);
        return db.Record(tie, on, new TieEntered(expert.Number, kind, tie.FirmCode, isDeclared));
    }
}
