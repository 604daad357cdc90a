using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CountyHall.Migrations.Sqlite.History
{
    /// <inheritdoc />
    public partial class TradeRegisters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "committees",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    TenderId = table.Column<long>(type: "INTEGER", nullable: false),
                    FormedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_committees", x => x.Id);
                    table.ForeignKey(
                        name: "FK_committees_tenders_TenderId",
                        column: x => x.TenderId,
                        principalTable: "tenders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "evaluation_reports",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    TenderId = table.Column<long>(type: "INTEGER", nullable: false),
                    LotId = table.Column<long>(type: "INTEGER", nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false),
                    SignedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_evaluation_reports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_evaluation_reports_lots_LotId",
                        column: x => x.LotId,
                        principalTable: "lots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "registered_briefing_attendances",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Briefing = table.Column<long>(type: "INTEGER", nullable: false),
                    Expert = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Signed = table.Column<bool>(type: "INTEGER", nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Batch = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registered_briefing_attendances", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "registered_briefings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Project = table.Column<string>(type: "TEXT", maxLength: 23, nullable: false),
                    HeldOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Integrity = table.Column<bool>(type: "INTEGER", nullable: false),
                    Discipline = table.Column<bool>(type: "INTEGER", nullable: false),
                    Fairness = table.Column<bool>(type: "INTEGER", nullable: false),
                    Quality = table.Column<bool>(type: "INTEGER", nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Batch = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registered_briefings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "registered_draws",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Project = table.Column<string>(type: "TEXT", maxLength: 23, nullable: false),
                    Origin = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RequestedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ExecutedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Batch = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registered_draws", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "registered_evaluations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Project = table.Column<string>(type: "TEXT", maxLength: 23, nullable: false),
                    System = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SetUpOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    IsTest = table.Column<bool>(type: "INTEGER", nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Batch = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registered_evaluations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "registered_filings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Tender = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Category = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Serial = table.Column<int>(type: "INTEGER", nullable: false),
                    FiledOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Batch = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registered_filings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "registered_movements",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Lot = table.Column<string>(type: "TEXT", maxLength: 23, nullable: false),
                    Payer = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    SettledOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Batch = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registered_movements", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "registered_notices",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Project = table.Column<string>(type: "TEXT", maxLength: 23, nullable: false),
                    Notice = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PublishedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Batch = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registered_notices", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "registered_opinions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Tender = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    GivenOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Batch = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registered_opinions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "registered_projects",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Project = table.Column<string>(type: "TEXT", maxLength: 23, nullable: false),
                    Category = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Tier = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    NameZh = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Estimate = table.Column<long>(type: "INTEGER", nullable: true),
                    PlainResult = table.Column<bool>(type: "INTEGER", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Batch = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registered_projects", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "registered_results",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Project = table.Column<string>(type: "TEXT", maxLength: 23, nullable: false),
                    Lot = table.Column<string>(type: "TEXT", maxLength: 23, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Side = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ConfirmedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: true),
                    Comparison = table.Column<long>(type: "INTEGER", nullable: true),
                    IsTest = table.Column<bool>(type: "INTEGER", nullable: false),
                    Corrects = table.Column<long>(type: "INTEGER", nullable: true),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Batch = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registered_results", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "registered_reviews",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Lot = table.Column<string>(type: "TEXT", maxLength: 23, nullable: false),
                    Bidder = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ReviewedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    IsTest = table.Column<bool>(type: "INTEGER", nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Batch = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registered_reviews", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "registered_services",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Session = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    From = table.Column<DateTime>(type: "TEXT", nullable: false),
                    To = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Batch = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registered_services", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "registered_sessions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Lots = table.Column<string>(type: "TEXT", nullable: false),
                    HeldOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    End = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    IsTest = table.Column<bool>(type: "INTEGER", nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Batch = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registered_sessions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "registered_supervision_opinions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Report = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Batch = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registered_supervision_opinions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "registered_supervision_reports",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Session = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Project = table.Column<string>(type: "TEXT", maxLength: 23, nullable: false),
                    IssuedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Batch = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registered_supervision_reports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "registered_supervisions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Session = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Batch = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registered_supervisions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "committee_seats",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    CommitteeId = table.Column<long>(type: "INTEGER", nullable: false),
                    TenderId = table.Column<long>(type: "INTEGER", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Person = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Employer = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    LeftAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LeftBecause = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Replaces = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_committee_seats", x => x.Id);
                    table.ForeignKey(
                        name: "FK_committee_seats_committees_CommitteeId",
                        column: x => x.CommitteeId,
                        principalTable: "committees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_committee_seats_CommitteeId",
                table: "committee_seats",
                column: "CommitteeId");

            migrationBuilder.CreateIndex(
                name: "IX_committee_seats_Person",
                table: "committee_seats",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_committee_seats_TenderId_Place",
                table: "committee_seats",
                columns: new[] { "TenderId", "Place" });

            migrationBuilder.CreateIndex(
                name: "IX_committees_TenderId",
                table: "committees",
                column: "TenderId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_evaluation_reports_LotId",
                table: "evaluation_reports",
                column: "LotId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_evaluation_reports_TenderId",
                table: "evaluation_reports",
                column: "TenderId");

            migrationBuilder.CreateIndex(
                name: "IX_registered_briefing_attendances_Briefing",
                table: "registered_briefing_attendances",
                column: "Briefing");

            migrationBuilder.CreateIndex(
                name: "IX_registered_briefings_Division_HeldOn",
                table: "registered_briefings",
                columns: new[] { "Division", "HeldOn" });

            migrationBuilder.CreateIndex(
                name: "IX_registered_draws_Division_Origin_ExecutedOn",
                table: "registered_draws",
                columns: new[] { "Division", "Origin", "ExecutedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_registered_evaluations_Division_System_SetUpOn",
                table: "registered_evaluations",
                columns: new[] { "Division", "System", "SetUpOn" });

            migrationBuilder.CreateIndex(
                name: "IX_registered_filings_Division_FiledOn",
                table: "registered_filings",
                columns: new[] { "Division", "FiledOn" });

            migrationBuilder.CreateIndex(
                name: "IX_registered_filings_Tender_Serial",
                table: "registered_filings",
                columns: new[] { "Tender", "Serial" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_registered_movements_Division_SettledOn",
                table: "registered_movements",
                columns: new[] { "Division", "SettledOn" });

            migrationBuilder.CreateIndex(
                name: "IX_registered_notices_Division_PublishedOn_Project",
                table: "registered_notices",
                columns: new[] { "Division", "PublishedOn", "Project" });

            migrationBuilder.CreateIndex(
                name: "IX_registered_notices_Project",
                table: "registered_notices",
                column: "Project");

            migrationBuilder.CreateIndex(
                name: "IX_registered_opinions_Division_GivenOn",
                table: "registered_opinions",
                columns: new[] { "Division", "GivenOn" });

            migrationBuilder.CreateIndex(
                name: "IX_registered_opinions_Tender_Number",
                table: "registered_opinions",
                columns: new[] { "Tender", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_registered_projects_Project",
                table: "registered_projects",
                column: "Project",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_registered_results_Corrects",
                table: "registered_results",
                column: "Corrects",
                unique: true,
                filter: "\"Corrects\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_registered_results_Division_ConfirmedOn",
                table: "registered_results",
                columns: new[] { "Division", "ConfirmedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_registered_results_Project",
                table: "registered_results",
                column: "Project");

            migrationBuilder.CreateIndex(
                name: "IX_registered_reviews_Division_ReviewedOn",
                table: "registered_reviews",
                columns: new[] { "Division", "ReviewedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_registered_services_Session",
                table: "registered_services",
                column: "Session");

            migrationBuilder.CreateIndex(
                name: "IX_registered_sessions_Division_HeldOn",
                table: "registered_sessions",
                columns: new[] { "Division", "HeldOn" });

            migrationBuilder.CreateIndex(
                name: "IX_registered_sessions_Number",
                table: "registered_sessions",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_registered_supervision_opinions_Report_Number",
                table: "registered_supervision_opinions",
                columns: new[] { "Report", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_registered_supervision_reports_Division_IssuedOn",
                table: "registered_supervision_reports",
                columns: new[] { "Division", "IssuedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_registered_supervision_reports_Number",
                table: "registered_supervision_reports",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_registered_supervisions_Session",
                table: "registered_supervisions",
                column: "Session");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "committee_seats");

            migrationBuilder.DropTable(
                name: "evaluation_reports");

            migrationBuilder.DropTable(
                name: "registered_briefing_attendances");

            migrationBuilder.DropTable(
                name: "registered_briefings");

            migrationBuilder.DropTable(
                name: "registered_draws");

            migrationBuilder.DropTable(
                name: "registered_evaluations");

            migrationBuilder.DropTable(
                name: "registered_filings");

            migrationBuilder.DropTable(
                name: "registered_movements");

            migrationBuilder.DropTable(
                name: "registered_notices");

            migrationBuilder.DropTable(
                name: "registered_opinions");

            migrationBuilder.DropTable(
                name: "registered_projects");

            migrationBuilder.DropTable(
                name: "registered_results");

            migrationBuilder.DropTable(
                name: "registered_reviews");

            migrationBuilder.DropTable(
                name: "registered_services");

            migrationBuilder.DropTable(
                name: "registered_sessions");

            migrationBuilder.DropTable(
                name: "registered_supervision_opinions");

            migrationBuilder.DropTable(
                name: "registered_supervision_reports");

            migrationBuilder.DropTable(
                name: "registered_supervisions");

            migrationBuilder.DropTable(
                name: "committees");
        }
    }
}
