using System;
using CountyHall.Kernel.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CountyHall.Migrations.Sqlite.History
{
    [DbContext(typeof(HallDb))]
    [Migration("20261128184056_LikenessBoard")]
    public sealed class LikenessBoard : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "collusion_referrals",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    TenderId = table.Column<long>(type: "INTEGER", nullable: false),
                    LotId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    To = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Suspects = table.Column<string>(type: "TEXT", nullable: false),
                    Pack = table.Column<string>(type: "TEXT", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ReferredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Stage = table.Column<string>(type: "TEXT", nullable: false),
                    StageName = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_collusion_referrals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_collusion_referrals_lots_LotId",
                        column: x => x.LotId,
                        principalTable: "lots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "likeness_reports",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    TenderId = table.Column<long>(type: "INTEGER", nullable: false),
                    LotId = table.Column<long>(type: "INTEGER", nullable: false),
                    Serial = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    RunAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_likeness_reports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_likeness_reports_lots_LotId",
                        column: x => x.LotId,
                        principalTable: "lots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "likeness_verdicts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    ReportId = table.Column<long>(type: "INTEGER", nullable: false),
                    A = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    B = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    IsConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_likeness_verdicts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_likeness_verdicts_likeness_reports_ReportId",
                        column: x => x.ReportId,
                        principalTable: "likeness_reports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_collusion_referrals_Division_To_Id",
                table: "collusion_referrals",
                columns: new[] { "Division", "To", "Id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_collusion_referrals_LotId_Id",
                table: "collusion_referrals",
                columns: new[] { "LotId", "Id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_collusion_referrals_Number",
                table: "collusion_referrals",
                column: "Number",
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_collusion_referrals_TenderId", table: "collusion_referrals", column: "TenderId");

            migrationBuilder.CreateIndex(
                name: "IX_likeness_reports_LotId_Serial",
                table: "likeness_reports",
                columns: new[] { "LotId", "Serial" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_likeness_reports_TenderId", table: "likeness_reports", column: "TenderId");

            migrationBuilder.CreateIndex(
                name: "IX_likeness_verdicts_ReportId_Id",
                table: "likeness_verdicts",
                columns: new[] { "ReportId", "Id" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "collusion_referrals");

            migrationBuilder.DropTable(name: "likeness_verdicts");

            migrationBuilder.DropTable(name: "likeness_reports");
        }
    }
}
