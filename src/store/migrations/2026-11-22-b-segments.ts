import { sql, type Kysely, type Migration } from 'kysely';

export const segments: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('segments')
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('entity', 'text', (column) => column.notNull().check(sql`entity in ('customer', 'user')`))
      .addColumn('version', 'integer', (column) => column.notNull().check(sql`version >= 1`))
      .addColumn('name_key', 'text', (column) => column.notNull())
      .addColumn('search_text', 'text', (column) => column.notNull())
      .addColumn('folder', 'text', (column) =>
        column.references('folders.name').onUpdate('cascade').onDelete('set null'),
      )
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('archived_at', 'text')
      .execute();
    await db.schema
      .createTable('segment_versions')
      .addColumn('segment_id', 'text', (column) => column.notNull().references('segments.id'))
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('description', 'text', (column) => column.notNull())
      .addColumn('folder', 'text', (column) =>
        column.references('folders.name').onUpdate('cascade').onDelete('set null'),
      )
      .addColumn('objective', 'text', (column) => column.check(sql`json_valid(objective)`))
      .addColumn('where', 'text', (column) => column.notNull().check(sql`json_valid("where")`))
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('segment_versions_key', ['segment_id', 'version'])
      .execute();
    await db.schema.createIndex('segments_by_name').on('segments').columns(['name_key', 'id']).execute();
    // An archived segment gives up its name; the top level is a folder like any other.
    await sql`create unique index segments_name_in_folder on segments (coalesce(folder, ''), name_key)
              where archived_at is null`.execute(db);
  },
};
