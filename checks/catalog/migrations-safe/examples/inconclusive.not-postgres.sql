create tabel plans (id int);
