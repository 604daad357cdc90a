using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CountyHall.Migrations.Postgres.History
{
    /// <inheritdoc />
    public partial class Oversight : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "WatchedAs",
                table: "cases",
                type: "character varying(400)",
                maxLength: 400,
                nullable: true
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

            migrationBuilder.CreateIndex(name: "IX_evaluations_Applicant", table: "evaluations", column: "Applicant");

            migrationBuilder.CreateIndex(name: "IX_evaluations_CaseId", table: "evaluations", column: "CaseId", unique: true);

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "evaluation_tallies");

            migrationBuilder.DropTable(name: "noted_stops");

            migrationBuilder.DropTable(name: "rectifications");

            migrationBuilder.DropTable(name: "supervisions");

            migrationBuilder.DropTable(name: "evaluations");

            migrationBuilder.DropColumn(name: "WatchedAs", table: "cases");
        }
    }
}
