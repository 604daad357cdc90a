using CountyHall.Kernel.Contracts;
using CountyHall.Kernel.Figures;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Outbox;
using CountyHall.Trading.Bids;
using CountyHall.Trading.Documents;
using CountyHall.Trading.Experts;
using CountyHall.Trading.Figures;
using CountyHall.Trading.Opening;
using CountyHall.Trading.Opening.Rehearsals;
using CountyHall.Trading.RedFlags.OwnLots;
using CountyHall.Trading.Register;
using CountyHall.Trading.Registrations;
using CountyHall.Trading.Securities;
using CountyHall.Trading.Similarity.Board;
using Microsoft.Extensions.DependencyInjection;

namespace CountyHall.Trading;

/// <summary>公共资源交易: the room where public resources are tendered, from the entry of a project to its opening.</summary>
public static class TradingModule
{
    /// <summary>What this room adds to the house: every use case by itself, and what they share.</summary>
    public static IServiceCollection AddTrading(this IServiceCollection services)
    {
        foreach (var handler in UseCases)
            services.AddSingleton(handler);
        services.AddSingleton<BidReceipts>();
        services.AddSingleton<FigureChapter, TradingFigures>();
        services.AddSingleton(Quiet);
        services.AddSingleton<SendSealedMessage>();
        services.AddSingleton<CallLapsesJob>();
        services.AddSingleton<FlagOwnLots>();
        return services;
    }

    public static JobKinds AddTrading(this JobKinds kinds) =>
        kinds.Add<SealedMessage, SendSealedMessage>().Add<CallLapses, CallLapsesJob>().Add<LotsToFlag, FlagOwnLots>();

    /// <summary>
    /// What bidders, and those who serve them, do before a deadline: nobody may learn from the public log that any of it happened.
    /// Bidding Law art. 22. Kinds that go on after it (refunds, the ledger) are quiet as a whole, so that no deadline has to be asked.
    /// </summary>
    public static QuietFacts Quiet { get; } =
        new(
            // registration
            typeof(BidderRegistered),
            typeof(RegistrationSupplied),
            typeof(RegistrationWasAccepted),
            typeof(RegistrationWasReturned),
            typeof(RegistrationWasRefused),
            typeof(RegistrationsRead),
            // securities
            typeof(BankAccountEntered),
            typeof(BankAccountEnded),
            typeof(SubAccountGiven),
            typeof(GuaranteeGiven),
            typeof(GuaranteeJudged),
            typeof(StatementImported),
            typeof(LineTaken),
            typeof(SecurityArrived),
            typeof(PaymentMatched),
            typeof(ReturnInstructed),
            typeof(PaymentReturned),
            typeof(OrderWritten),
            typeof(OrdersExported),
            typeof(OrderExported),
            typeof(OrderConfirmed),
            typeof(AmountPosted),
            typeof(DayReconciled),
            typeof(SecurityReleased),
            typeof(SecurityKept),
            typeof(RefundsStarted),
            typeof(RefundInstructed),
            typeof(RefundPaid),
            // keys and bids
            typeof(CertificateRegistered),
            typeof(CertificateWasReplaced),
            typeof(CertificateReportedLost),
            typeof(CertificateUsed),
            typeof(BidSubmitted),
            typeof(BidRefusedLate),
            typeof(BidWithdrawn),
            // lines of the register, which tell of the same
            typeof(EnteredInTradeRegister),
            // questions, the sign-in to an opening, and the rehearsals by which bidders get ready for it
            typeof(QuestionAsked),
            typeof(ObjectionRaised),
            typeof(BidderSignedIn),
            typeof(RehearsalStarted),
            typeof(RehearsalStepped),
            // what is found about bids: while they are evaluated nobody outside learns that there is anything to be judged (Bidding Law art. 38)
            typeof(LikenessWasRun),
            typeof(LikenessWasJudged),
            typeof(CollusionWasReferred),
            typeof(ReferralWasAnswered),
            typeof(FlagWasJudged)
        );

    /// <summary>Every use case of this module.</summary>
    public static IReadOnlyList<Type> UseCases { get; } = Implementations.Of(typeof(IUseCase));
}
