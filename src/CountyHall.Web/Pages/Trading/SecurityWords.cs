using CountyHall.Kernel.Calendar;
using CountyHall.Trading.Securities;

namespace CountyHall.Web.Pages.Trading;

/// <summary>What pages read out of a stage of a security.</summary>
public static class SecurityWords
{
    public static Receipt? ReceiptOf(SecurityStage stage) =>
        stage switch
        {
            HeldMoney held => held.Receipt,
            RefundOrdered ordered => ordered.Receipt,
            Refunded refunded => refunded.Receipt,
            Converted converted => converted.Receipt,
            Forfeited forfeited => forfeited.Receipt,
            _ => null,
        };

    public static GuaranteeLetter? LetterOf(SecurityStage stage) =>
        stage switch
        {
            LetterThere there => there.Letter,
            LetterRejected rejected => rejected.Letter,
            LetterReleased released => released.Letter,
            _ => null,
        };

    public static Clock? ClockOf(SecurityStage stage) =>
        stage switch
        {
            RefundDue due => due.Clock,
            RefundOrdered ordered => ordered.Clock,
            Refunded refunded => refunded.Clock,
            _ => null,
        };

    public static RefundGround? GroundOf(SecurityStage stage) =>
        stage switch
        {
            RefundDue due => due.Ground,
            RefundOrdered ordered => ordered.Ground,
            Refunded refunded => refunded.Ground,
            LetterReleased released => released.Ground,
            _ => null,
        };

    public static Components.LampState LampOf(ClockState state) =>
        state switch
        {
            ClockState.Warning => Components.LampState.Warning,
            ClockState.Overdue or ClockState.EndedLate => Components.LampState.Overdue,
            ClockState.Paused => Components.LampState.Paused,
            _ => Components.LampState.OnTime,
        };
}
