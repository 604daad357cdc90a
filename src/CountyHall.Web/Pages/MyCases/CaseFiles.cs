using CountyHall.Approvals;
using CountyHall.Approvals.Cases;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Files;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Web.Pages.MyCases;

/// <summary>Who of the citizens may see a case: the applicant, whoever stands for the applicant, and who handed it in.</summary>
public static class MyCase
{
    public static bool IsMine(Actor me, Case found) =>
        !me.IsStaff && (me.MayActFor(found.Applicant) || (me.Person is { } person && found.Representative == person));

    /// <summary>The case as it stands, for those whose it is; for all others there is no such case.</summary>
    public static async Task<CaseView?> Read(CaseReader reader, Actor me, string number, string division) =>
        CaseNumber.Parse(number, division) is Result<CaseNumber>.Done(var parsed)
        && await reader.Read(parsed) is { } view
        && IsMine(me, view.Case)
            ? view
            : null;
}

/// <summary>The files of a case, always handed out as attachments.</summary>
public static class CaseFiles
{
    public static void MapCaseFiles(this WebApplication app) =>
        app.MapGet("/files/{caseNumber}/{material}", Download).RequireAuthorization().ExcludeFromDescription();

    /// <remarks>Staff open a file as they open the case: by the same duties, and the person concerned can read that they did.</remarks>
    private static async Task<IResult> Download(
        string caseNumber,
        string material,
        HttpContext http,
        HallDb db,
        FileStore files,
        OpenCaseHandler open
    )
    {
        var number = new CaseNumber(caseNumber);
        var me = http.User.ToActor();
        var found = await db.Cases.AsNoTracking().FirstOrDefaultAsync(c => c.Number == number);
        if (found is null || !(me.IsStaff ? await Opens() : MyCase.IsMine(me, found)))
            return Results.NotFound();
        return found.File.Materials.GetValueOrDefault(material)?.File is { } file && files.Has(file.Hash)
            ? Results.Stream(files.OpenRead(file.Hash), file.ContentType, file.Name)
            : Results.NotFound();

        async Task<bool> Opens() => await open.Handle(new(number, null, InFull: false), http.Occasion(null)) is Result<RecordRead>.Done;
    }
}
