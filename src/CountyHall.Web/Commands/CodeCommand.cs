using System.CommandLine;
using CountyHall.Kernel.Codes;
using CountyHall.Kernel.Results;

namespace CountyHall.Web.Commands;

/// <summary><c>countyhall code check uscc 91330421DEMA00013W</c>: is the code right, and what does it say?</summary>
internal static class CodeCommand
{
    public static Command Make()
    {
        var kind = new Argument<string>("kind")
        {
            Description = "uscc, citizen-id, division, item, project, e-licence, mobile or landline.",
        };
        var value = new Argument<string>("value") { Description = "The code." };
        var check = new Command("check", "Checks a code; prints its parts, or why it is wrong (exit code 1).") { kind, value };
        check.SetAction(asked => Print(asked.GetValue(kind)!, asked.GetValue(value)!));
        return new Command("code", "Codes of persons, firms, places, items, projects and licences.") { check };
    }

    private static int Print(string kind, string value)
    {
        switch (CodeKinds.Check(kind, value))
        {
            case Result<CodeReport>.Done(var report):
                Console.WriteLine(report.Masked ?? report.Canonical);
                foreach (var part in report.Parts)
                    Console.WriteLine($"{part.Name.Zh} {part.Name.En}: {part.Value}");
                return 0;
            case Result<CodeReport>.Refused(var why):
                Console.Error.WriteLine($"{why.Reason.Zh} {why.Remedy.Zh}");
                Console.Error.WriteLine($"{why.Reason.En} {why.Remedy.En}");
                return 1;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
