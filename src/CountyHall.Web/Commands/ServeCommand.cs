using System.CommandLine;
using CountyHall.Web.Demonstration;
using CountyHall.Web.Hosting;

namespace CountyHall.Web.Commands;

/// <summary><c>countyhall serve --demonstration</c>: opens the site.</summary>
internal static class ServeCommand
{
    public static Command Make()
    {
        var demonstration = new Option<bool>("--demonstration")
        {
            Description = "Load the invented county into an empty house and list its accounts at the sign-in.",
        };
        var countyOnly = new Option<bool>("--county-only")
        {
            Description = "Of the demonstration only the county: no cases on the desks and no tender before its committee.",
        };
        var urls = new Option<string>("--urls")
        {
            Description = "Addresses to listen at.",
            DefaultValueFactory = _ => "http://localhost:5080",
        };
        var serve = new Command("serve", "Serves the site (the default).") { demonstration, countyOnly, urls };
        serve.SetAction(
            async (asked, ct) =>
            {
                var shows = asked.GetValue(demonstration);
                await using var site = await Site.Open(
                    Places.Of(asked),
                    shows,
                    asked.GetValue(urls)!,
                    builder =>
                    {
                        builder.Services.AddHostedService<AtRest>();
                        if (shows && !asked.GetValue(countyOnly))
                            builder.Services.AddHostedService<DemonstrationAfterStart>();
                    }
                );
                await site.RunAsync(ct);
                return 0;
            }
        );
        return serve;
    }
}
