namespace CountyHall.Approvals.Cases;

/// <summary>A use case says whose duty it is, so that pages can offer it and a test can try it as every stranger.</summary>
public interface IUseCase
{
    static abstract Duty Duty { get; }
}
