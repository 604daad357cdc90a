using CountyHall.Bench;

// dotnet run -c Release --project bench/CountyHall.Bench -- accept|postgres|lists|pages|search|start|year [seconds]
// dotnet run -c Release --project bench/CountyHall.Bench -- redflags [lines]
// dotnet run -c Release --project bench/CountyHall.Bench -- similarity [seeds]
// dotnet run -c Release --project bench/CountyHall.Bench -- bids [bidders] [megabytes] [seconds]
var what = args.FirstOrDefault() ?? "all";
var seconds = args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 6;
if (what is "accept" or "all")
    await Acceptance.OnTheEmbeddedDatabase(seconds);
if (what is "postgres" or "all")
    await Acceptance.OnPostgres(seconds);
if (what is "lists" or "all")
    await Lists.Measure();
if (what is "pages" or "all")
    await PagesUnderLoad.Measure(seconds);
if (what is "search" or "all")
    Searching.Measure();
if (what is "start" or "all")
    await Start.Measure();
if (what is "year" or "all")
    await Year.Measure();
if (what is "similarity")
    await Similarity.Measure(Number(1, 12));
if (what is "bids")
    await Bids.Measure(Number(1, 300), Number(2, 20), Number(3, 120));
if (what is "redflags")
    RedFlagLines.Measure(Number(1, 1_000_000));
return 0;

int Number(int place, int otherwise) =>
    args.Length > place ? int.Parse(args[place], System.Globalization.CultureInfo.InvariantCulture) : otherwise;
