using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CountyHall.Migrations.Sqlite.History
{
    /// <summary>The place of a fact in the public log stands in the run with which it entered, and a fact is not written again. Older facts become runs of one.</summary>
    public partial class LogRuns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) =>
            migrationBuilder.Sql(
                $"""
                CREATE TABLE "log_runs" (
                    "Id" INTEGER NOT NULL CONSTRAINT "PK_log_runs" PRIMARY KEY,
                    "First" INTEGER NULL,
                    "Quiet" INTEGER NOT NULL,
                    "Facts" TEXT NOT NULL
                );
                INSERT INTO "log_runs" SELECT "Id", "LogIndex", "Kind" IN ({QuietKinds}), "Id" FROM "facts" ORDER BY "Id";
                CREATE UNIQUE INDEX "IX_log_runs_First" ON "log_runs" ("First");
                DROP INDEX "IX_facts_LogIndex";
                ALTER TABLE "facts" DROP COLUMN "LogIndex";
                ALTER TABLE "facts" ADD COLUMN "Run" INTEGER NOT NULL DEFAULT 0;
                UPDATE "facts" SET "Run" = "Id";
                """
            );

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new NotSupportedException("Runs of more than one fact cannot be told in the older way; go back to a copy made before.");

        /// <summary>The kinds that were quiet when this was written.</summary>
        private const string QuietKinds = """
            'account-locked', 'amount-posted', 'bank-account-ended', 'bank-account-entered', 'bid-refused-late', 'bid-submitted',
            'bid-withdrawn', 'bidder-registered', 'bidder-signed-in', 'certificate-registered', 'certificate-reported-lost',
            'certificate-used', 'certificate-was-replaced', 'collusion-was-referred', 'day-reconciled', 'entered-in-trade-register',
            'flag-was-judged', 'guarantee-given', 'guarantee-judged', 'likeness-was-judged', 'likeness-was-run', 'line-taken',
            'objection-raised', 'order-confirmed', 'order-exported', 'order-written', 'orders-exported', 'passkey-added', 'passkey-removed',
            'password-changed', 'payment-matched', 'payment-returned', 'question-asked', 'referral-was-answered', 'refund-instructed',
            'refund-paid', 'refunds-started', 'registration-supplied', 'registration-was-accepted', 'registration-was-refused',
            'registration-was-returned', 'registrations-read', 'rehearsal-started', 'rehearsal-stepped', 'return-instructed',
            'security-arrived', 'security-kept', 'security-released', 'signed-in', 'signed-out', 'statement-imported', 'sub-account-given'
            """;
    }
}
