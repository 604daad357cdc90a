using CountyHall.Approvals.Cases;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Files;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Approvals.Applications;

/// <summary>上传材料: another system sends a file ahead of the application that will name it.</summary>
/// <param name="File">As the store has checked and kept it.</param>
public sealed record UploadMaterial(StoredFile File);

/// <param name="Hash">SHA-256, by which the application names the file.</param>
public sealed record MaterialUploaded(string Hash, long Length, string ContentType, string Name);

/// <summary>The same file twice is one file: a retry needs no key.</summary>
public sealed class UploadMaterialHandler(HallWriter writer) : IUseCase
{
    public static Duty Duty => Duty.OfSystem;

    /// <summary>Asked also before the bytes are taken in.</summary>
    public static Refusal? Barred(Actor by) => Duty.CheckSystem(by, SystemRight.Submit);

    public Task<Result<MaterialUploaded>> Handle(UploadMaterial ask, Occasion on, CancellationToken ct = default) =>
        writer.Write<MaterialUploaded>(
            on with
            {
                Key = null, // the hash is the key
            },
            async db =>
            {
                if (Barred(on.By) is { } refusal)
                    return refusal;
                var known = await db
                    .UploadedMaterials.AsNoTracking()
                    .FirstOrDefaultAsync(u => u.System == on.By.Id && u.Hash == ask.File.Hash);
                if (known is null)
                    db.UploadedMaterials.Add(
                        new()
                        {
                            Id = Ids.Next(on.At),
                            System = on.By.Id,
                            Hash = ask.File.Hash,
                            File = ask.File,
                            At = on.At,
                        }
                    );
                var file = known?.File ?? ask.File;
                return new MaterialUploaded(file.Hash, file.Length, file.ContentType, file.Name);
            },
            ct
        );
}
