return await CountyHall.Web.Commands.CommandLine.Run(args);
