using CountyHall.Approvals.Applications;
using CountyHall.Approvals.Cases;
using CountyHall.Approvals.Catalogue;
using CountyHall.Approvals.Figures;
using CountyHall.Approvals.Issue;
using CountyHall.Approvals.Licences;
using CountyHall.Kernel.Contracts;
using CountyHall.Kernel.Figures;
using CountyHall.Kernel.Outbox;
using Microsoft.Extensions.DependencyInjection;

namespace CountyHall.Approvals;

public static class ApprovalsModule
{
    /// <summary>What this room adds to the house: every use case by itself, what they share, and the job of archiving.</summary>
    public static IServiceCollection AddApprovals(this IServiceCollection services)
    {
        foreach (var handler in UseCases)
            services.AddSingleton(handler);
        return services
            .AddSingleton<ItemCatalogue>()
            .AddSingleton<CaseWork>()
            .AddSingleton<CaseIndex>()
            .AddSingleton<CaseReader>()
            .AddSingleton<SystemCases>()
            .AddSingleton<Identities>()
            .AddSingleton<Prefill>()
            .AddSingleton<DeskInbox>()
            .AddSingleton<IWatchedCases, WatchedCases>()
            .AddSingleton<LicenceRegister>()
            .AddSingleton<LicenceWork>()
            .AddSingleton<LicenceReminders>()
            .AddSingleton<ArchiveCase>()
            .AddSingleton<FigureChapter, CatalogueFigures>()
            .AddSingleton<FigureChapter, CaseFigures>()
            .AddSingleton<FigureChapter, EntryFigures>();
    }

    public static JobKinds AddApprovals(this JobKinds kinds) =>
        kinds.Add<ArchiveSoon, ArchiveCase>().Add<CalendarChanged, CaseIndex>().Add<RemindOfRenewal, LicenceReminders>();

    /// <summary>Every use case of this module.</summary>
    public static IReadOnlyList<Type> UseCases { get; } = Implementations.Of(typeof(IUseCase));
}
