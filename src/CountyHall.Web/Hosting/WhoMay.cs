using CountyHall.Kernel.Results;

namespace CountyHall.Web.Hosting;

/// <summary>Who has the permission that the visitor lacks; set on <c>HttpContext.Features</c> by whoever answers 403.</summary>
public sealed record WhoMay(Words Who, Words? Why = null);
