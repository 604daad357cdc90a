using System.Reflection;
using CountyHall.Approvals;
using CountyHall.Approvals.Cases;
using CountyHall.Approvals.Commitments;
using CountyHall.Approvals.Licences;
using CountyHall.Hall;
using CountyHall.Kernel.Contracts;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Oversight;
using CountyHall.Oversight.Evaluations;
using CountyHall.Oversight.Warnings;
using CountyHall.Trading;
using CountyHall.Trading.Opening;
using CountyHall.Trading.Opening.Rehearsals;
using CountyHall.Trading.Opening.Rooms;
using CountyHall.Trading.Projects;
using CountyHall.Trading.Registrations;
using CountyHall.Trading.Securities;
using CountyHall.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CountyHall.Journeys.Build;

/// <summary>What keeps the house in shape as it grows: rooms apart, stages made by stages, one writer, one clock.</summary>
public class The_shape_of_the_house
{
    private static readonly Assembly Kernel = typeof(HallDb).Assembly;
    private static readonly Assembly[] Rooms =
    [
        typeof(ApprovalsModule).Assembly,
        typeof(HallModule).Assembly,
        typeof(OversightModule).Assembly,
        typeof(TradingModule).Assembly,
    ];

    [Fact]
    public void The_kernel_knows_no_room() => References(Kernel).ShouldBeEmpty();

    [Fact]
    public void A_room_knows_the_kernel_and_no_other_room()
    {
        foreach (var room in Rooms)
            References(room).ShouldBe(["CountyHall.Kernel"], room.FullName);
    }

    [Fact]
    public void Every_room_of_the_source_is_looked_at_here()
    {
        var projects = Directory.GetDirectories(Path.Combine(Source.Root, "src")).Select(d => Path.GetFileName(d)!);
        string[] known = ["CountyHall.Kernel", "CountyHall.Web", .. Rooms.Select(r => r.GetName().Name!)];
        projects.Where(p => !p.StartsWith("CountyHall.Migrations.", StringComparison.Ordinal)).ShouldBe(known, ignoreOrder: true);
    }

    [Fact]
    public void Stages_are_made_by_stages()
    {
        foreach (var stage in Stages())
        {
            var declared = Source.Where($@"record {stage.Name}\b");
            Source
                .Where($@"\bnew (\w+\.)*{stage.Name}\(")
                .Except(declared)
                // Result<T>.Refused and the stage Refused share a name; only files that know stages are meant.
                .Where(file => stage != typeof(Refused) || !file.EndsWith("/Result.cs", StringComparison.Ordinal))
                .ShouldBeEmpty(stage.Name);
        }
    }

    [Fact]
    public void The_time_is_asked_of_the_time_provider() =>
        Source.Where(@"\b(DateTime|DateTimeOffset)\.(UtcNow|Now|Today)\b").ShouldBeEmpty();

    [Fact]
    public void Everything_is_saved_by_the_one_writer() =>
        // Each of these runs inside a unit of the writer, or is the writer.
        Source
            .Where(@"\bSaveChanges(Async)?\(")
            .Select(Path.GetFileName)
            .ShouldBe(
                ["HallDb.cs", "PublicLog.cs", "CaseWork.cs", "CaseIndex.cs", "DemonstrationCounty.cs"],
                ignoreOrder: true,
                "A handler's unit is saved by the writer that runs it."
            );

    [Fact]
    public void No_page_writes_to_the_database() =>
        Source
            .Where(@"\.(ExecuteUpdate|ExecuteDelete|ExecuteSql\w*)(Async)?\(|\.BeginTransaction")
            .Where(f => f.StartsWith("src/CountyHall.Web/", StringComparison.Ordinal))
            .ShouldBe(["src/CountyHall.Web/Hosting/Storage.cs"]);

    [Fact]
    public void A_use_case_lies_in_the_file_of_its_command()
    {
        foreach (var useCase in ApprovalsModule.UseCases.Concat(OversightModule.UseCases).Concat(TradingModule.UseCases))
        {
            useCase.Name.ShouldEndWith("Handler");
            var command = useCase.Name[..^"Handler".Length];
            var file = Source.Where($@"class {useCase.Name}\b").ShouldHaveSingleItem();
            Path.GetFileNameWithoutExtension(file).ShouldBe(command);
            Source.Where($@"record {command}\b").ShouldContain(file);
        }
    }

    [Fact]
    public void A_use_case_is_asked_on_an_occasion_and_answers_a_result()
    {
        foreach (var useCase in ApprovalsModule.UseCases.Concat(OversightModule.UseCases).Concat(TradingModule.UseCases))
        {
            var handle = useCase.GetMethod("Handle").ShouldNotBeNull(useCase.Name);
            handle.GetParameters().Select(p => p.ParameterType).ShouldContain(typeof(Occasion), useCase.Name);
            handle.ReturnType.GetGenericArguments()[0].GetGenericTypeDefinition().ShouldBe(typeof(Result<>), useCase.Name);
        }
    }

    [Fact]
    public void No_two_kinds_of_facts_share_a_name() =>
        Rooms
            .Append(Kernel)
            .SelectMany(room => room.GetTypes())
            .Where(t => t.IsAssignableTo(typeof(ICaseFact)) && !t.IsAbstract)
            .Select(t => Recording.KindOf(t))
            .ShouldBeUnique();

    [Fact]
    public void Every_foreign_key_is_indexed()
    {
        foreach (var model in Models())
        {
            foreach (var key in model.GetEntityTypes().SelectMany(t => t.GetForeignKeys()))
            {
                var indexes = key.DeclaringEntityType.GetIndexes().Select(i => i.Properties);
                var keys = key.DeclaringEntityType.GetKeys().Select(k => k.Properties);
                indexes
                    .Concat(keys)
                    .Any(columns => columns.Take(key.Properties.Count).SequenceEqual(key.Properties))
                    .ShouldBeTrue($"{key.DeclaringEntityType.DisplayName()}: {string.Join(", ", key.Properties.Select(p => p.Name))}");
            }
        }
    }

    [Fact]
    public void The_migrations_of_both_databases_make_the_model_as_it_is()
    {
        using var embedded = new Migrations.Sqlite.DesignTime().CreateDbContext([]);
        using var postgres = new Migrations.Postgres.DesignTime().CreateDbContext([]);
        embedded.Database.HasPendingModelChanges().ShouldBeFalse("./dev migration NAME");
        postgres.Database.HasPendingModelChanges().ShouldBeFalse("./dev migration NAME");
    }

    [Fact]
    public void Both_databases_have_the_same_tables_and_columns()
    {
        var shapes = Models()
            .Select(model =>
                model
                    .GetEntityTypes()
                    .SelectMany(t => t.GetProperties().Select(p => $"{t.GetTableName()}.{p.GetColumnName()} {(p.IsNullable ? "?" : "")}"))
                    .Distinct()
                    .Order()
                    .ToList()
            )
            .ToList();
        shapes[1].ShouldBe(shapes[0]);
    }

    [Fact]
    public void The_models_compiled_ahead_say_what_the_mappings_say()
    {
        var compiled = new string?[] { null, "Host=none" }.Select(connection =>
        {
            var options = new DbContextOptionsBuilder<HallDb>();
            new Storage("none", connection).Configure(options, TimeProvider.System);
            using var db = new HallDb(options.Options);
            return Told(db.Model);
        });
        foreach (var (ahead, now) in compiled.Zip(Models().Select(Told)))
        {
            ahead.Except(now).ShouldBeEmpty(); // the short answer, where there is one
            ahead.ShouldBe(now);
        }

        static string[] Told(IModel model) => model.ToDebugString(MetadataDebugStringOptions.LongDefault).Split('\n');
    }

    [Fact]
    public void What_stands_for_something_is_found_without_asking_for_every_type()
    {
        Type[] kinds =
        [
            typeof(ICaseFact),
            typeof(ILicenceFact),
            .. Rooms.SelectMany(room => room.GetTypes()).Where(t => t.Name == "IUseCase"),
        ];
        kinds.Length.ShouldBe(5);
        foreach (var kind in kinds)
            Implementations
                .Of(kind)
                .ShouldBe(
                    kind.Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(kind)),
                    ignoreOrder: true
                );
    }

    private static List<IModel> Models()
    {
        using var embedded = new Migrations.Sqlite.DesignTime().CreateDbContext([]);
        using var postgres = new Migrations.Postgres.DesignTime().CreateDbContext([]);
        return [embedded.Model, postgres.Model];
    }

    private static IEnumerable<Type> Stages() =>
        typeof(Stage)
            .Assembly.GetTypes()
            .Concat(typeof(OversightModule).Assembly.GetTypes())
            .Concat(typeof(TradingModule).Assembly.GetTypes())
            .Where(t =>
                !t.IsAbstract
                && (
                    t.IsSubclassOf(typeof(Stage))
                    || t.IsSubclassOf(typeof(CommitmentStage))
                    || t.IsSubclassOf(typeof(SupervisionStage))
                    || t.IsSubclassOf(typeof(RectificationStage))
                    || t.IsSubclassOf(typeof(TenderStage))
                    || t.IsSubclassOf(typeof(LotStage))
                    || t.IsSubclassOf(typeof(RegistrationStage))
                    || t.IsSubclassOf(typeof(SecurityStage))
                    || t.IsSubclassOf(typeof(OrderStage))
                    || t.IsSubclassOf(typeof(LineStage))
                    || t.IsSubclassOf(typeof(VenueStage))
                    || t.IsSubclassOf(typeof(OpeningStage))
                    || t.IsSubclassOf(typeof(OpeningBidStage))
                    || t.IsSubclassOf(typeof(RehearsalStage))
                )
            );

    private static IEnumerable<string> References(Assembly room) =>
        room.GetReferencedAssemblies().Select(a => a.Name!).Where(n => n.StartsWith("CountyHall", StringComparison.OrdinalIgnoreCase));
}
