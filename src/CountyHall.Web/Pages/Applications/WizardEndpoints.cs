using CountyHall.Approvals;
using CountyHall.Approvals.Applications;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Files;
using CountyHall.Kernel.Results;
using CountyHall.Web.Hosting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Web.Pages.Applications;

/// <summary>What the wizard needs beside its pages: keeping what is typed, and the files already handed in.</summary>
public static class WizardEndpoints
{
    /// <summary>Ten files of the largest size in one post.</summary>
    public const long LargestPost = 210L * 1024 * 1024;

    public static void MapApplications(this WebApplication app)
    {
        app.MapPost("/applications/{id:long}/draft", KeepAsTyped).RequireAuthorization(Accounts.Citizen).ExcludeFromDescription();
        app.MapGet("/applications/{id:long}/files/{material}", DraftFile).RequireAuthorization(Accounts.Citizen).ExcludeFromDescription();
    }

    private static async Task<IResult> KeepAsTyped(long id, HttpContext http, SaveApplicationHandler save, IAntiforgery forms)
    {
        if (!await forms.IsRequestValidAsync(http))
            return Results.BadRequest();
        var form = await http.Request.ReadFormAsync();
        return await save.Handle(WizardForm.Read(id, form), http.Occasion(null)) switch
        {
            Result<ApplicationSaved>.Done => Results.NoContent(),
            Result<ApplicationSaved>.Refused { Why: SubmittedAlready } => Results.Conflict(),
            _ => Results.NotFound(),
        };
    }

    private static async Task<IResult> DraftFile(long id, string material, HttpContext http, HallDb db, FileStore files)
    {
        var me = http.User.ToActor();
        var draft = await db.Applications.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id && a.Owner == me.Id);
        return draft?.File.Materials.GetValueOrDefault(material)?.File is { } file && files.Has(file.Hash)
            ? Results.Stream(files.OpenRead(file.Hash), file.ContentType, file.Name)
            : Results.NotFound();
    }

    internal static bool HasFormContentTypePosted(this HttpContext http) =>
        HttpMethods.IsPost(http.Request.Method) && http.Request.HasFormContentType;
}
