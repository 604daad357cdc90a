using System;
using CountyHall.Kernel.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CountyHall.Migrations.Postgres.History
{
    [DbContext(typeof(HallDb))]
    [Migration("20261123024331_Catalogue")]
    public sealed class Catalogue : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "IX_facts_Key", table: "facts");

            migrationBuilder.DropIndex(name: "IX_facts_not_yet_in_log", table: "facts");

            migrationBuilder.DropIndex(name: "IX_cases_Representative", table: "cases");

            migrationBuilder.AddColumn<string>(
                name: "WatchedAs",
                table: "cases",
                type: "character varying(400)",
                maxLength: 400,
                nullable: true
            );

            migrationBuilder.CreateTable(
                name: "archive_batches",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Table = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Rows = table.Column<int>(type: "integer", nullable: false),
                    Digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Source = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Demonstration = table.Column<bool>(type: "boolean", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_archive_batches", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "archived_evaluations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<string>(type: "character varying(22)", maxLength: 22, nullable: false),
                    Division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Office = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Item = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Window = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    InvitedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Grade = table.Column<int>(type: "integer", nullable: true),
                    AnsweredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Batch = table.Column<long>(type: "bigint", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_archived_evaluations", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "case_steps",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Case = table.Column<string>(type: "character varying(22)", maxLength: 22, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Batch = table.Column<long>(type: "bigint", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_steps", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "case_stops",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Case = table.Column<string>(type: "character varying(22)", maxLength: 22, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: false),
                    Ground = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Batch = table.Column<long>(type: "bigint", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_stops", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "case_visits",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Case = table.Column<string>(type: "character varying(22)", maxLength: 22, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Window = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Batch = table.Column<long>(type: "bigint", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_visits", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "closed_cases",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Number = table.Column<string>(type: "character varying(22)", maxLength: 22, nullable: false),
                    Item = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    ItemVersion = table.Column<int>(type: "integer", nullable: false),
                    Office = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    HandledAt = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    AcceptedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    PromisedDays = table.Column<int>(type: "integer", nullable: false),
                    LegalDays = table.Column<int>(type: "integer", nullable: false),
                    IsTest = table.Column<bool>(type: "boolean", nullable: false),
                    Corrects = table.Column<long>(type: "bigint", nullable: true),
                    Batch = table.Column<long>(type: "bigint", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_closed_cases", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "connected_systems",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Key = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Terms = table.Column<string>(type: "text", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    StoppedWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_connected_systems", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "evaluation_tallies",
                columns: table => new
                {
                    Division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Month = table.Column<int>(type: "integer", nullable: false),
                    Office = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Item = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Window = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Invited = table.Column<int>(type: "integer", nullable: false),
                    Ones = table.Column<int>(type: "integer", nullable: false),
                    Twos = table.Column<int>(type: "integer", nullable: false),
                    Threes = table.Column<int>(type: "integer", nullable: false),
                    Fours = table.Column<int>(type: "integer", nullable: false),
                    Fives = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_evaluation_tallies",
                        x => new
                        {
                            x.Division,
                            x.Month,
                            x.Office,
                            x.Item,
                            x.Window,
                        }
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "evaluations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    CaseId = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<string>(type: "character varying(22)", maxLength: 22, nullable: false),
                    Division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Office = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Item = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Window = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    Applicant = table.Column<long>(type: "bigint", nullable: false),
                    Officers = table.Column<string>(type: "text", nullable: false),
                    InvitedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Grade = table.Column<int>(type: "integer", nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Reasons = table.Column<string>(type: "text", nullable: false),
                    Words = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Via = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Named = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_evaluations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_evaluations_parties_Applicant",
                        column: x => x.Applicant,
                        principalTable: "parties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "higher_lists",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    AsOf = table.Column<DateOnly>(type: "date", nullable: false),
                    Entries = table.Column<string>(type: "text", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_higher_lists", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "item_drafts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Item = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Office = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Follows = table.Column<int>(type: "integer", nullable: true),
                    Restores = table.Column<int>(type: "integer", nullable: true),
                    Guide = table.Column<string>(type: "text", nullable: false),
                    Explanation = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Writers = table.Column<string>(type: "text", nullable: false),
                    DrafterName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    SavedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    SubmittedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    SubmitterName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    ReturnedWhy = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    ReleasedAs = table.Column<int>(type: "integer", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_item_drafts", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "item_endings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Item = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: false),
                    BasisTitle = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    BasisArticle = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_item_endings", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "item_publications",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Item = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    ItemVersion = table.Column<int>(type: "integer", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_item_publications", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "licence_types",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Code = table.Column<string>(type: "character varying(21)", maxLength: 21, nullable: false),
                    NameZh = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    NameEn = table.Column<string>(type: "text", nullable: false),
                    Shows = table.Column<string>(type: "text", nullable: false),
                    ChangedBy = table.Column<string>(type: "text", nullable: false),
                    RenewedBy = table.Column<string>(type: "text", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_licence_types", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "licences",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Type = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Office = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Holder = table.Column<long>(type: "bigint", nullable: false),
                    Item = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Case = table.Column<string>(type: "character varying(22)", maxLength: 22, nullable: false),
                    Identifier = table.Column<string>(type: "character varying(110)", maxLength: 110, nullable: false),
                    Number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    TitleZh = table.Column<string>(type: "text", nullable: false),
                    TitleEn = table.Column<string>(type: "text", nullable: false),
                    IssuedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    Printed = table.Column<string>(type: "text", nullable: false),
                    State = table.Column<string>(type: "text", nullable: false),
                    Ended = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_licences", x => x.Id);
                    table.ForeignKey(
                        name: "FK_licences_parties_Holder",
                        column: x => x.Holder,
                        principalTable: "parties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "noted_stops",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    CaseId = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<string>(type: "character varying(22)", maxLength: 22, nullable: false),
                    Division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Office = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ItemZh = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ItemEn = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    GroundZh = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    GroundEn = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    PlannedDays = table.Column<int>(type: "integer", nullable: false),
                    LeftDays = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Odd = table.Column<string>(type: "text", nullable: false),
                    IsOdd = table.Column<bool>(type: "boolean", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_noted_stops", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "supervisions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    CaseId = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<string>(type: "character varying(22)", maxLength: 22, nullable: false),
                    Division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Office = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ItemZh = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ItemEn = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Limit = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    LimitFrom = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Stage = table.Column<string>(type: "text", nullable: false),
                    IsOpen = table.Column<bool>(type: "boolean", nullable: false),
                    StageName = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    DueAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    WarnsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    TurnsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_supervisions", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "system_changes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Key = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Before = table.Column<string>(type: "text", nullable: true),
                    After = table.Column<string>(type: "text", nullable: false),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    ProposedBy = table.Column<long>(type: "bigint", nullable: false),
                    ProposerName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    ProposedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    DeciderName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    DeclinedWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_system_changes", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "uploaded_materials",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    System = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    File = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_uploaded_materials", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "heard_nonces",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    System = table.Column<long>(type: "bigint", nullable: false),
                    Nonce = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_heard_nonces", x => x.Id);
                    table.ForeignKey(
                        name: "FK_heard_nonces_connected_systems_System",
                        column: x => x.System,
                        principalTable: "connected_systems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "rectifications",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    EvaluationId = table.Column<long>(type: "bigint", nullable: false),
                    CaseId = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<string>(type: "character varying(22)", maxLength: 22, nullable: false),
                    Division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Office = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Item = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Grade = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Named = table.Column<bool>(type: "boolean", nullable: false),
                    Applicant = table.Column<long>(type: "bigint", nullable: false),
                    Officers = table.Column<string>(type: "text", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Stage = table.Column<string>(type: "text", nullable: false),
                    IsOpen = table.Column<bool>(type: "boolean", nullable: false),
                    DueAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rectifications", x => x.Id);
                    table.ForeignKey(
                        name: "FK_rectifications_evaluations_EvaluationId",
                        column: x => x.EvaluationId,
                        principalTable: "evaluations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateIndex(name: "IX_facts_Key", table: "facts", column: "Key", unique: true, filter: "\"Key\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_cases_Representative",
                table: "cases",
                column: "Representative",
                filter: "\"Representative\" IS NOT NULL"
            );

            migrationBuilder.CreateIndex(
                name: "IX_archive_batches_Division_Year_Table",
                table: "archive_batches",
                columns: new[] { "Division", "Year", "Table" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_archived_evaluations_Division_Number",
                table: "archived_evaluations",
                columns: new[] { "Division", "Number" }
            );

            migrationBuilder.CreateIndex(name: "IX_case_steps_Case", table: "case_steps", column: "Case");

            migrationBuilder.CreateIndex(
                name: "IX_case_stops_Case_From",
                table: "case_stops",
                columns: new[] { "Case", "From" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_case_visits_Case_On",
                table: "case_visits",
                columns: new[] { "Case", "On" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_closed_cases_Corrects",
                table: "closed_cases",
                column: "Corrects",
                unique: true,
                filter: "\"Corrects\" IS NOT NULL"
            );

            migrationBuilder.CreateIndex(
                name: "IX_closed_cases_Division_ClosedOn_Id",
                table: "closed_cases",
                columns: new[] { "Division", "ClosedOn", "Id" }
            );

            migrationBuilder.CreateIndex(name: "IX_closed_cases_Number", table: "closed_cases", column: "Number");

            migrationBuilder.CreateIndex(name: "IX_connected_systems_Key", table: "connected_systems", column: "Key", unique: true);

            migrationBuilder.CreateIndex(name: "IX_evaluations_Applicant", table: "evaluations", column: "Applicant");

            migrationBuilder.CreateIndex(name: "IX_evaluations_CaseId", table: "evaluations", column: "CaseId", unique: true);

            migrationBuilder.CreateIndex(name: "IX_heard_nonces_At", table: "heard_nonces", column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_heard_nonces_System_Nonce",
                table: "heard_nonces",
                columns: new[] { "System", "Nonce" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_higher_lists_Division_AsOf",
                table: "higher_lists",
                columns: new[] { "Division", "AsOf" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_item_drafts_Item_Id", table: "item_drafts", columns: new[] { "Item", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_item_drafts_open",
                table: "item_drafts",
                column: "Item",
                unique: true,
                filter: "\"State\" IN ('Drafting', 'Submitted')"
            );

            migrationBuilder.CreateIndex(
                name: "IX_item_endings_Division_Item",
                table: "item_endings",
                columns: new[] { "Division", "Item" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_item_publications_Division_Item_From",
                table: "item_publications",
                columns: new[] { "Division", "Item", "From" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_licence_types_Division_NameZh",
                table: "licence_types",
                columns: new[] { "Division", "NameZh" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_licences_Case", table: "licences", column: "Case");

            migrationBuilder.CreateIndex(
                name: "IX_licences_Division_Office_Id",
                table: "licences",
                columns: new[] { "Division", "Office", "Id" }
            );

            migrationBuilder.CreateIndex(name: "IX_licences_Holder_Id", table: "licences", columns: new[] { "Holder", "Id" });

            migrationBuilder.CreateIndex(name: "IX_licences_Identifier", table: "licences", column: "Identifier", unique: true);

            migrationBuilder.CreateIndex(name: "IX_licences_Number", table: "licences", column: "Number");

            migrationBuilder.CreateIndex(
                name: "IX_noted_stops_CaseId_At",
                table: "noted_stops",
                columns: new[] { "CaseId", "At" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_noted_stops_Division_IsOdd_Id",
                table: "noted_stops",
                columns: new[] { "Division", "IsOdd", "Id" }
            );

            migrationBuilder.CreateIndex(name: "IX_rectifications_CaseId", table: "rectifications", column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_rectifications_Division_IsOpen_DueAt_Id",
                table: "rectifications",
                columns: new[] { "Division", "IsOpen", "DueAt", "Id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_rectifications_Division_IsOpen_Office_DueAt_Id",
                table: "rectifications",
                columns: new[] { "Division", "IsOpen", "Office", "DueAt", "Id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_rectifications_EvaluationId",
                table: "rectifications",
                column: "EvaluationId",
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_supervisions_CaseId", table: "supervisions", column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_supervisions_Division_IsOpen_DueAt_Id",
                table: "supervisions",
                columns: new[] { "Division", "IsOpen", "DueAt", "Id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_supervisions_Division_IsOpen_Office_DueAt_Id",
                table: "supervisions",
                columns: new[] { "Division", "IsOpen", "Office", "DueAt", "Id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_supervisions_open",
                table: "supervisions",
                columns: new[] { "CaseId", "Office" },
                unique: true,
                filter: "\"StageName\" <> 'lifted'"
            );

            migrationBuilder.CreateIndex(
                name: "IX_supervisions_TurnsAt",
                table: "supervisions",
                column: "TurnsAt",
                filter: "\"TurnsAt\" IS NOT NULL"
            );

            migrationBuilder.CreateIndex(name: "IX_system_changes_Key_Id", table: "system_changes", columns: new[] { "Key", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_system_changes_open",
                table: "system_changes",
                column: "Key",
                unique: true,
                filter: "\"State\" = 'Proposed'"
            );

            migrationBuilder.CreateIndex(
                name: "IX_uploaded_materials_System_Hash",
                table: "uploaded_materials",
                columns: new[] { "System", "Hash" },
                unique: true
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "archive_batches");

            migrationBuilder.DropTable(name: "archived_evaluations");

            migrationBuilder.DropTable(name: "case_steps");

            migrationBuilder.DropTable(name: "case_stops");

            migrationBuilder.DropTable(name: "case_visits");

            migrationBuilder.DropTable(name: "closed_cases");

            migrationBuilder.DropTable(name: "evaluation_tallies");

            migrationBuilder.DropTable(name: "heard_nonces");

            migrationBuilder.DropTable(name: "higher_lists");

            migrationBuilder.DropTable(name: "item_drafts");

            migrationBuilder.DropTable(name: "item_endings");

            migrationBuilder.DropTable(name: "item_publications");

            migrationBuilder.DropTable(name: "licence_types");

            migrationBuilder.DropTable(name: "licences");

            migrationBuilder.DropTable(name: "noted_stops");

            migrationBuilder.DropTable(name: "rectifications");

            migrationBuilder.DropTable(name: "supervisions");

            migrationBuilder.DropTable(name: "system_changes");

            migrationBuilder.DropTable(name: "uploaded_materials");

            migrationBuilder.DropTable(name: "connected_systems");

            migrationBuilder.DropTable(name: "evaluations");

            migrationBuilder.DropIndex(name: "IX_facts_Key", table: "facts");

            migrationBuilder.DropIndex(name: "IX_cases_Representative", table: "cases");

            migrationBuilder.DropColumn(name: "WatchedAs", table: "cases");

            migrationBuilder.CreateIndex(name: "IX_facts_Key", table: "facts", column: "Key", unique: true);

            migrationBuilder.CreateIndex(name: "IX_facts_not_yet_in_log", table: "facts", column: "Id", filter: "\"LogIndex\" IS NULL");

            migrationBuilder.CreateIndex(name: "IX_cases_Representative", table: "cases", column: "Representative");
        }
    }
}
